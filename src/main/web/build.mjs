// Replaced by the web build; until then there is nothing to bundle.
