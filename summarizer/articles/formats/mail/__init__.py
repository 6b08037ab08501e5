"""Mail, mailboxes, MHTML and saved answers of web servers."""
