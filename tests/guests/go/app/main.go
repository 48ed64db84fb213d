// A bit of many standard packages, with the file `data/in.txt` below the folder that it starts in.
package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"io/fs"
	"math/big"
	"math/rand"
	"os"
	"regexp"
	"runtime"
	"sort"
	"strings"
	"sync"
	"text/template"
	"time"
)

type word struct {
	Text  string
	Count int `json:"n"`
}

func main() {
	fmt.Println("go", runtime.GOOS, runtime.GOARCH, len(os.Args), os.Args[1:])
	fmt.Println("GUEST", os.Getenv("GUEST"))
	read("data/in.txt")
	read("data/none")
	folders()
	clocks()
	goroutines()
	recovered("index", func() { var a []int; _ = a[len(os.Args)+5] })
	recovered("nil", func() { var w *word; _ = w.Count })
	recovered("conversion", func() { var v any = "text"; _ = v.(int) })
	recovered("division", func() { n := len(os.Args) - 3; _ = 1 / n })
	numbers()
	var keep [][]byte
	for i := 0; i < 2000; i++ {
		keep = append(keep[max(len(keep)-100, 0):], make([]byte, 10000))
	}
	runtime.GC()
	fmt.Println("kept", len(keep))
	fmt.Fprintln(os.Stderr, "to stderr")
	os.Exit(len(os.Args[2]))
}

func max(a, b int) int {
	if a > b {
		return a
	}
	return b
}

func read(name string) {
	data, err := os.ReadFile(name)
	if err != nil {
		fmt.Println("read", err, errors.Is(err, fs.ErrNotExist))
		return
	}
	counts := map[string]int{}
	scanner := bufio.NewScanner(strings.NewReader(string(data)))
	scanner.Split(bufio.ScanWords)
	for scanner.Scan() {
		counts[scanner.Text()]++
	}
	var words []word
	for text, n := range counts {
		words = append(words, word{text, n})
	}
	sort.Slice(words, func(i, j int) bool { return words[i].Text < words[j].Text })
	encoded, err := json.Marshal(words)
	fmt.Printf("%d bytes crc=%08x %s %v\n", len(data), crc32.ChecksumIEEE(data), encoded, err)
	var decoded []word
	err = json.Unmarshal(encoded, &decoded)
	fmt.Println(len(decoded), err, regexp.MustCompile(`\b(\w)\w*`).ReplaceAllString(string(data[:8]), "$1."))
	err = template.Must(template.New("").Parse("{{range .}}{{.Text | printf \"%q\"}} {{end}}\n")).Execute(os.Stdout, words)
	fmt.Println("template", err)
}

func folders() {
	fmt.Println("mkdir", os.MkdirAll("data/made/deep", 0o755), os.WriteFile("data/made/deep/x", []byte("abc"), 0o644))
	fmt.Println("rename", os.Rename("data/made/deep/x", "data/made/y"))
	status, err := os.Stat("data/made/y")
	fmt.Println(status.Size(), status.IsDir(), err)
	fs.WalkDir(os.DirFS("data"), ".", func(path string, entry fs.DirEntry, err error) error {
		fmt.Println(path, entry.IsDir(), err)
		return err
	})
	fmt.Println("remove", os.RemoveAll("data/made"))
}

func clocks() {
	start := time.Now()
	time.Sleep(3 * time.Millisecond)
	fmt.Println("time", start.Unix() > 1600000000, time.Since(start) >= 2*time.Millisecond)
	fmt.Println(time.Date(2024, 2, 29, 12, 30, 0, 0, time.UTC).AddDate(1, 0, 0).Format(time.RFC1123))
}

func goroutines() {
	var wg sync.WaitGroup
	var mu sync.Mutex
	sum := 0
	for g := 0; g < 50; g++ {
		g := g
		wg.Add(1)
		go func() {
			defer wg.Done()
			for i := 0; i < 100; i++ {
				mu.Lock()
				sum += g
				mu.Unlock()
				if i%10 == 0 {
					runtime.Gosched()
				}
			}
		}()
	}
	wg.Wait()
	numbers := make(chan int)
	go func() {
		defer close(numbers)
		for a, b, n := 0, 1, 0; n < 20; a, b, n = b, a+b, n+1 {
			numbers <- a
		}
	}()
	last := 0
	for n := range numbers {
		last = n
	}
	fmt.Println("sum", sum, "last", last)
}

func recovered(name string, f func()) {
	defer func() { fmt.Println(name, recover()) }()
	f()
}

func numbers() {
	random := rand.New(rand.NewSource(42))
	sum := 0.0
	for i := 0; i < 100000; i++ {
		sum += random.Float64()
	}
	fmt.Printf("random %.6f\n", sum)
	product := big.NewInt(1)
	for i := int64(2); i <= 50; i++ {
		product.Mul(product, big.NewInt(i))
	}
	fmt.Println(product, 0.1+0.2, float32(0.1), 1e100)
}
