interface Props {
  cancel: string;
  submit: string;
  blocked: boolean;
  onCancel: () => void;
  /** The focus starts on doing it. */
  first?: boolean;
}

export function DialogActs({ cancel, submit, blocked, onCancel, first = false }: Props) {
  return (
    <div class="dialog-acts">
      <button type="button" class="button" onClick={onCancel}>
        {cancel}
      </button>
      <button
        type="submit"
        class="button primary"
        aria-disabled={blocked}
        data-first={first || undefined}
      >
        {submit}
      </button>
    </div>
  );
}
