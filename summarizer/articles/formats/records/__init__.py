"""JSON and tables: the articles of news services, however they wrap and name them."""
