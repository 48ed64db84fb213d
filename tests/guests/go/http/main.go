// Speaks to the server at os.Args[1] with net/http, whose transport is fetch under GOOS=js.
package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"os"
	"strings"
	"sync"
	"time"
)

func main() {
	base := os.Args[1]
	many(base)
	large(base)
	post(base)
	redirect(base)
	cancelled(base)
	timeout(base)
	_, err := http.Get("http://refused.example/")
	fmt.Println("refused:", err)
}

func many(base string) {
	var wg sync.WaitGroup
	var mu sync.Mutex
	good := 0
	slots := make(chan bool, 64)
	for i := 0; i < 1000; i++ {
		i := i
		wg.Add(1)
		slots <- true
		go func() {
			defer wg.Done()
			defer func() { <-slots }()
			response, err := http.Get(fmt.Sprintf("%s/echo?n=%d", base, i))
			if err != nil {
				fmt.Println(err)
				return
			}
			defer response.Body.Close()
			body, err := io.ReadAll(response.Body)
			if err == nil && string(body) == fmt.Sprint("n=", i) {
				mu.Lock()
				good++
				mu.Unlock()
			}
		}()
	}
	wg.Wait()
	fmt.Println("many:", good)
}

func large(base string) {
	response, err := http.Get(base + "/large?megabytes=100")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer response.Body.Close()
	n, err := io.Copy(io.Discard, response.Body)
	fmt.Println("large:", n, err, response.ContentLength)
}

func post(base string) {
	request, _ := http.NewRequest("POST", base+"/post", bytes.NewReader(bytes.Repeat([]byte("x"), 100000)))
	request.Header.Add("X-Guest", "go")
	request.Header.Add("X-Guest", "wasm")
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		fmt.Println(err)
		return
	}
	defer response.Body.Close()
	body, _ := io.ReadAll(response.Body)
	fmt.Println("post:", response.StatusCode, string(body), response.Header.Get("X-Answer"), response.Header["X-Many"])
}

func redirect(base string) {
	response, err := http.Get(base + "/redirect")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer response.Body.Close()
	body, _ := io.ReadAll(response.Body)
	fmt.Println("redirect:", string(body), strings.TrimPrefix(response.Request.URL.String(), base))
}

func cancelled(base string) {
	ctx, cancel := context.WithCancel(context.Background())
	request, _ := http.NewRequestWithContext(ctx, "GET", base+"/never", nil)
	time.AfterFunc(50*time.Millisecond, cancel)
	_, err := http.DefaultClient.Do(request)
	fmt.Println("cancelled:", ctx.Err(), err != nil)
}

func timeout(base string) {
	client := http.Client{Timeout: 50 * time.Millisecond}
	_, err := client.Get(base + "/never")
	fmt.Println("timeout:", err != nil && strings.Contains(err.Error(), "Client.Timeout"))
}
