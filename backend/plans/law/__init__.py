"""What a country lays down about claims, as dated data with sources."""
