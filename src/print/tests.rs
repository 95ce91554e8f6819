//! What sheets hold at any school.
