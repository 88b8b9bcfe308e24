//! Rapport, a chat bot that coaches people in informational interviewing.
