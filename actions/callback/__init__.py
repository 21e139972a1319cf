"""Being called back: the steps of `callback_form`."""
