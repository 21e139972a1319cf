"""What a payer types or scans: references with check digits, bar codes and QR codes."""
