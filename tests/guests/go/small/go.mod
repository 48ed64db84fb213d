module guest/small

go 1.19
