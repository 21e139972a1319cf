"""A debtor's wish against the client's rules: offers, counter-offers and referrals."""
