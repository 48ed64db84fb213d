module guest/http

go 1.19
