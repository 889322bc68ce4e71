"""Text exports of news databases: several articles in one file, each with a head of fields."""
