"""What stands between quotation marks, and whose words these are."""
