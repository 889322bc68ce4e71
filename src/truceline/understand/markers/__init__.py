"""Markers see one thing each in a parsed report: dates, places, actors, numbers, speakers, modality."""
