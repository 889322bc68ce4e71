"""Parts of the ceasefires finder: mentions of truces, halts without the word, stages, what governs them, details."""
