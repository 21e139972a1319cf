"""A tiny encoder, written here, is loaded and run by the libraries themselves."""

import sys
from pathlib import Path

import numpy as np
import pytest

from assistant.nlu.dense.encoder import Encoder
from assistant.nlu.dense.export import MODEL, MOST_TOKENS, TOKENIZER, EncoderError
from tests.assistant.nlu.dense import tiny_encoder

WORDS = {"debt": [3.0, 4.0], "plan": [0.0, 2.0], "person": [-1.0, 0.0]}


@pytest.fixture
def folder(tmp_path: Path) -> str:
    return tiny_encoder.write(tmp_path / "tiny", WORDS)


def test_a_text_is_the_direction_of_its_tokens_mean(folder: str) -> None:
    vectors = Encoder(folder).vectors(["debt", "plan person", "person"])
    expected = [[0.6, 0.8], [-1 / 5**0.5, 2 / 5**0.5], [-1.0, 0.0]]
    assert vectors == pytest.approx(np.array(expected), abs=1e-6)
    assert vectors.dtype == np.float32


def test_what_fills_up_the_shorter_texts_of_a_batch_does_not_count(folder: str) -> None:
    encoder = Encoder(folder)
    alone = encoder.vectors(["debt"])[0]
    beside_a_long_one = encoder.vectors(["debt", "plan " * 30])[0]
    assert beside_a_long_one == pytest.approx(alone, abs=1e-6)


def test_more_texts_than_a_batch_come_back_in_their_order(folder: str) -> None:
    encoder = Encoder(folder)
    vectors = encoder.vectors(["debt", "plan", "person"] * 30)
    assert vectors == pytest.approx(np.tile(encoder.vectors(["debt", "plan", "person"]), (30, 1)))


def test_a_long_text_is_cut(folder: str) -> None:
    encoder = Encoder(folder)
    cut_before_the_end = "debt " * MOST_TOKENS + "person " * 500
    assert encoder.vectors([cut_before_the_end])[0] == pytest.approx([0.6, 0.8], abs=1e-6)


@pytest.mark.parametrize("text", ["", "unheard of", "🙂"])
def test_a_text_of_nothing_known_is_a_vector_without_length(folder: str, text: str) -> None:
    assert Encoder(folder).vectors([text])[0] == pytest.approx([0.0, 0.0])


def test_an_encoder_that_pools_by_itself_is_taken_at_its_word(tmp_path: Path) -> None:
    folder = tiny_encoder.write(tmp_path, WORDS, output="sentence_embedding")
    assert Encoder(folder).vectors(["debt person"])[0] == pytest.approx([0.6, 0.8], abs=1e-6)


def test_an_encoder_that_wants_token_types_gets_them(tmp_path: Path) -> None:
    inputs = ["input_ids", "attention_mask", "token_type_ids"]
    folder = tiny_encoder.write(tmp_path, WORDS, inputs)
    assert Encoder(folder).vectors(["debt"])[0] == pytest.approx([0.6, 0.8], abs=1e-6)


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(EncoderError, match=r"no .*nowhere/model\.onnx\. config\.yml names"):
        Encoder(str(tmp_path / "nowhere"))


def test_a_file_that_is_not_there_is_named(folder: str) -> None:
    (Path(folder) / TOKENIZER).unlink()
    with pytest.raises(EncoderError, match=r"no .*tokenizer\.json"):
        Encoder(folder)


@pytest.mark.parametrize("name", [MODEL, TOKENIZER])
def test_a_file_that_is_only_a_pointer_is_refused(folder: str, name: str) -> None:
    (Path(folder) / name).write_text("oid sha256:0000\nsize 470000000\n")
    with pytest.raises(EncoderError, match="cannot be read; are its files whole"):
        Encoder(folder)


@pytest.mark.parametrize("package", ["onnxruntime", "tokenizers"])
def test_a_package_that_is_not_installed_is_named(
    folder: str, package: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(EncoderError, match=rf"{package} is not installed.*encoder\.txt"):
        Encoder(folder)


def test_a_model_that_wants_more_than_text_is_refused(tmp_path: Path) -> None:
    folder = tiny_encoder.write(tmp_path, WORDS, ["input_ids", "pixel_values"])
    with pytest.raises(EncoderError, match="wants pixel_values"):
        Encoder(folder)


def test_a_model_that_gives_no_vectors_is_refused(tmp_path: Path) -> None:
    folder = tiny_encoder.write(tmp_path, WORDS, output="logits")
    with pytest.raises(EncoderError, match="gives logits, and none of sentence_embedding"):
        Encoder(folder)
