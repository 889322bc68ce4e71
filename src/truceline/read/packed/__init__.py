"""What holds other sources: archives, compressed files, crawls, folders of mail."""
