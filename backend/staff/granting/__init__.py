"""What people agree with debtors: by the rules, beyond them within limits, and with a second yes."""
