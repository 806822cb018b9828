"""The rules that the clause library keeps to, and what they find."""
