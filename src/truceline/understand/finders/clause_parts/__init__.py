"""Who, where and when of one clause, for the finders of territory and positions."""
