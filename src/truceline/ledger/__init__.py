"""Where reports, claims, records and judgements rest. Rows are appended, never changed."""
