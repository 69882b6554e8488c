"""Where policies and schemas lie: finds their texts by id, place, year and kind, and keeps compiled ones."""
