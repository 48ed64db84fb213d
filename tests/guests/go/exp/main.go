// A reactor: after _initialize, the host calls gcd and hello, and hello calls back.
package main

//go:wasmimport host log
func hostLog(p string)

//go:wasmexport gcd
func gcd(a, b uint64) uint64 {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}

//go:wasmexport hello
func hello() { hostLog("hi from go reactor") }

func main() {}
