"""What is kept about what happened: files, jobs, dated rules, the access log, the audit, state changes."""
