// As little as imports files and goroutines of Go's.
package main

import "syscall"

func main() {
	done := make(chan string)
	go func() { done <- "hello from go\n" }()
	syscall.Write(1, []byte(<-done))
}
