"""Recruitment: campaigns, those who are interested, interviews and selection, for experts, councils and groups alike."""
