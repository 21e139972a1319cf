import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import iso11649

from backend.plans import REFERENCE_SCHEMES, is_payment_reference, payment_reference

# Worked out by hand with the rule beside the scheme, unless a document is named.
VECTORS = [
    # bankgirot.se, OCR-referenskontroll: Luhn; optional before it, the length of the whole
    ("luhn", "12345", "123455"),
    ("luhn_with_length", "12345", "1234574"),
    ("luhn_with_length", "12345678", "1234567806"),  # ten digits: the length is written as 0
    # wiki.cordel.no, KID: mod 10 as above, or mod 11 with the weights 2 to 7 from the right
    ("luhn", "123456", "1234566"),
    ("mod11", "123456", "1234560"),
    ("mod11", "12345678", "123456785"),
    # giro-kort.dk, FIK: +71 has 15 digits, +75 has 16, the last is Luhn's
    ("fik71", "1", "000000000000018"),
    ("fik71", "2", "000000000000026"),
    ("fik71", "123456", "000000001234566"),
    ("fik75", "1", "0000000000000018"),
    ("fik75", "123456789012345", "1234567890123452"),
    # 7-3-1 from the right; 11112 and its RF form are in the Bank Bar Code Guide 5.3
    ("viitenumero", "1234", "12344"),
    ("viitenumero", "123456", "1234561"),
    ("viitenumero", "1111", "11112"),
    ("viitenumero_rf", "1111", "RF9811112"),
    # ISO 11649; the second is the example in the documentation of python-stdnum
    ("rf", "11112", "RF9811112"),
    ("rf", "539007547034", "RF18539007547034"),
    ("rf", "5390075470Y", "RF185390075470Y"),
    ("plain", "42", "42"),
]


@pytest.mark.parametrize(("scheme", "base", "reference"), VECTORS)
def test_a_reference_has_the_check_digits_of_its_scheme(scheme, base, reference):
    assert payment_reference(scheme, base) == reference


@pytest.mark.parametrize(("scheme", "_", "reference"), VECTORS)
def test_a_reference_is_recognised(scheme, _, reference):
    assert is_payment_reference(scheme, reference)


@pytest.mark.parametrize(
    ("scheme", "reference"),
    [
        ("luhn", "123456"),
        ("luhn_with_length", "1234584"),
        ("mod11", "1234561"),
        ("fik71", "18"),
        ("fik71", "0000000000000018"),
        ("fik75", "000000000000018"),
        ("viitenumero_rf", "RF4911113"),
        ("viitenumero", "12345"),
        ("rf", "RF9911112"),
        ("luhn", ""),
        ("rf", "RF"),
        ("luhn", "12A455"),
    ],
)
def test_a_wrong_reference_is_not(scheme, reference):
    assert not is_payment_reference(scheme, reference)


def test_a_mod11_check_of_ten_is_written_as_a_dash():
    assert payment_reference("mod11", "6") == "6-"


def test_spaces_and_small_letters_do_not_matter():
    assert is_payment_reference("rf", "rf98 1111 2")


@pytest.mark.parametrize("scheme", sorted(REFERENCE_SCHEMES - {"rf"}))
@pytest.mark.parametrize("base", ["", "12a", "1-2", "²", "9" * 26])
def test_a_base_that_a_scheme_cannot_take_is_refused(scheme, base):
    with pytest.raises(ValueError, match=f"{scheme} takes"):
        payment_reference(scheme, base)


def test_a_scheme_that_is_not_known_is_refused_with_those_that_are():
    with pytest.raises(ValueError, match="known are fik71"):
        payment_reference("mod12", "1")
    with pytest.raises(ValueError, match="known are fik71"):
        is_payment_reference("mod12", "1")


@given(st.sampled_from(sorted(REFERENCE_SCHEMES)), st.text("0123456789", min_size=3, max_size=14))
def test_what_is_made_is_recognised(scheme, base):
    assert is_payment_reference(scheme, payment_reference(scheme, base))


FINDS_A_WRONG_DIGIT = sorted(REFERENCE_SCHEMES - {"plain"})


@given(
    st.sampled_from(FINDS_A_WRONG_DIGIT),
    st.text("0123456789", min_size=3, max_size=14),
    st.integers(0, 24),
    st.integers(1, 9),
)
def test_one_wrong_digit_is_always_noticed(scheme, base, place, shift):
    reference = payment_reference(scheme, base)
    places = [at for at, sign in enumerate(reference) if sign.isdigit()]
    at = places[place % len(places)]
    wrong = str((int(reference[at]) + shift) % 10)
    assert not is_payment_reference(scheme, reference[:at] + wrong + reference[at + 1 :])


@given(st.text("0123456789", min_size=3, max_size=14), st.data())
def test_a_wrong_length_is_noticed_where_the_length_is_in_it(base, data):
    reference = payment_reference("luhn_with_length", base)
    lost = data.draw(st.integers(0, len(base) - 1))
    assert not is_payment_reference("luhn_with_length", reference[:lost] + reference[lost + 1 :])


@given(st.text("0123456789", min_size=1, max_size=21))
def test_creditor_references_are_those_of_the_standard(base):
    assert iso11649.is_valid(payment_reference("rf", base))
