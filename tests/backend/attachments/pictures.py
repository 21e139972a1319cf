"""Pictures as phones make them, made here: by the library's own encoder, so they are real ones."""

from io import BytesIO

import pillow_heif
from PIL import Image

#: Of EXIF: who made the phone, how it was held, and the block that says where.
_MAKE, _ORIENTATION, _GPS = 0x010F, 0x0112, 0x8825
PLACE = {1: "N", 2: (59.0, 19.0, 46.5), 3: "E", 4: (18.0, 4.0, 7.2)}


def heic(size: tuple[int, int] = (320, 200), colour: str = "#c02030") -> bytes:
    """A picture in HEIC whose EXIF says by what and where it was taken."""
    said = Image.Exif()
    said[_MAKE] = "Nordfon"
    said[_GPS] = PLACE
    out = BytesIO()
    pillow_heif.from_pillow(Image.new("RGB", size, colour)).save(
        out, quality=60, exif=said.tobytes()
    )
    return out.getvalue()


def opened(content: bytes) -> Image.Image:
    """What a browser makes of it."""
    picture = Image.open(BytesIO(content))
    picture.load()
    return picture
