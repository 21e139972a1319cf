import { useSignal } from '@preact/signals';
import { Problem } from '@sovinto/ui/problem.ts';
import { useView } from './view.ts';

export function Rating() {
  const view = useView();
  const { rating } = view.texts.value;
  const score = useSignal(0);
  const comment = useSignal('');
  const failed = useSignal<string | null>(null);

  const send = async () => {
    failed.value = null;
    try {
      await view.session.rate(score.value, comment.value.trim() || null);
    } catch (error) {
      failed.value = (error instanceof Problem && error.detail) || rating.failed;
    }
  };

  return (
    <form
      class="rating"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <fieldset>
        <legend>{rating.question}</legend>
        <div class="rating-scores">
          {rating.scores.map((word, at) => (
            <label key={word} class="rating-score" title={word}>
              <input
                class="unseen"
                type="radio"
                name="score"
                value={at + 1}
                checked={score.value === at + 1}
                onChange={() => {
                  score.value = at + 1;
                }}
              />
              <span aria-hidden="true">{at + 1}</span>
              <span class="unseen">{word}</span>
            </label>
          ))}
        </div>
        <p class="rating-ends" aria-hidden="true">
          <span>{rating.scores[0]}</span>
          <span>{rating.scores.at(-1)}</span>
        </p>
      </fieldset>
      {score.value > 0 && (
        <>
          <label class="rating-comment">
            <span>{rating.comment}</span>
            <textarea
              rows={2}
              value={comment.value}
              onInput={(event) => {
                comment.value = event.currentTarget.value;
              }}
            />
          </label>
          <button type="submit" class="button primary">
            {rating.send}
          </button>
        </>
      )}
      {failed.value && (
        <p class="rating-failed" role="alert">
          {failed.value}
        </p>
      )}
    </form>
  );
}
