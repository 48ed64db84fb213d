// Exercises what a host of GOOS=js has to offer, one part for each first argument. Everything that is printed is the same under
// every host.
package main

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"runtime"
	"strings"
	"sync"
	"syscall/js"
	"time"
)

var parts = map[string]func(){
	"hello":      func() { fmt.Println("hello from go") },
	"values":     values,
	"functions":  functions,
	"errors":     thrown,
	"bytes":      bytes,
	"promises":   promises,
	"timers":     timers,
	"stdin":      stdin,
	"arguments":  arguments,
	"exit":       func() { fmt.Println("leaving"); defer fmt.Println("never"); os.Exit(7) },
	"panic":      func() { panic("asked to") },
	"deadlock":   func() { fmt.Println("waiting"); <-make(chan int) },
	"goexit":     func() { go func() { runtime.Goexit() }(); time.Sleep(time.Millisecond); fmt.Println("alive") },
	"files":      files,
	"references": references,
	"library":    library,
	"host":       host,
	"released":   released,
	"later":      later,
	"spin": func() {
		for {
		}
	},
	"sleep": func() { time.Sleep(time.Hour) },
	"hoard": hoard,
	"storm": storm,
	"deep":  deep,
	"fetch": fetch,
}

func main() {
	if len(os.Args) < 2 {
		os.Exit(2)
	}
	parts[os.Args[1]]()
}

func show(name string, v js.Value) {
	text := v.String()
	fmt.Println(name, v.Type(), text)
}

func values() {
	g := js.Global()
	for _, v := range []any{nil, true, false, 0, 1, -1, 1.5, 1e21, 1e-7, 123456789012345680.0, 0.1 + 0.2, "", "text", "ü€𝄞"} {
		show(fmt.Sprint(v), js.ValueOf(v))
	}
	show("undefined", js.Undefined())
	show("NaN", g.Get("NaN"))
	fmt.Println(g.Get("NaN").IsNaN(), g.Get("NaN").Equal(g.Get("NaN")), js.ValueOf("a").Equal(js.ValueOf("a")))
	o := g.Get("Object").New()
	o.Set("b", 1)
	o.Set("a", map[string]any{"x": []any{1, "two", nil}})
	o.Set("gone", 1)
	o.Delete("gone")
	fmt.Println(g.Get("JSON").Call("stringify", o).String(), o.Get("gone").IsUndefined(), g.Get("Object").Call("keys", o).Length())
	a := g.Get("Array").New(3)
	a.SetIndex(0, "zero")
	a.SetIndex(4, "four")
	fmt.Println(a.Length(), a.Index(0), a.Index(1).IsUndefined(), a.Call("join", "-").String())
	fmt.Println(a.InstanceOf(g.Get("Array")), a.InstanceOf(g.Get("Object")), o.InstanceOf(g.Get("Array")))
	parsed := g.Get("JSON").Call("parse", `{"list":[1,2.5,"x",null,true],"deep":{"er":{}}}`)
	fmt.Println(parsed.Get("list").Index(1).Float(), parsed.Get("list").Index(3).IsNull(), parsed.Get("deep").Get("er").Type())
	d := g.Get("Date").New(86400000 * 365.25 * 30)
	fmt.Println(d.Call("toISOString").String(), d.Call("getTime").Float(), d.Call("getUTCFullYear").Int())
	fmt.Println(g.Get("Date").Call("UTC", 2024, 1, 29, 12, 30).Float(), g.Get("Math").Call("max", 1, 5, 3).Int())
	fmt.Println(g.Get("Symbol").Invoke("s").Type(), g.Get("Reflect").Call("has", o, "a").Bool())
	fmt.Println(g.Get("Object").New().Truthy(), js.ValueOf("").Truthy(), js.ValueOf(0).Truthy(), js.Null().Truthy())
	m := g.Get("Map").New()
	m.Call("set", "k", 1)
	m.Call("set", o, 2)
	fmt.Println(m.Get("size").Int(), m.Call("get", o).Int(), m.Call("has", "z").Bool())
	fmt.Println(o.Call("toString").String(), a.Call("map", js.FuncOf(func(this js.Value, args []js.Value) any {
		return args[1].Int() * 2
	})).Call("join").String())
}

func functions() {
	g := js.Global()
	add := js.FuncOf(func(this js.Value, args []js.Value) any { return args[0].Int() + args[1].Int() })
	defer add.Release()
	fmt.Println(add.Invoke(1, 2).Int(), add.Call("call", js.Null(), 3, 4).Int(), add.Call("apply", nil, []any{5, 6}).Int())
	bound := add.Call("bind", nil, 10)
	fmt.Println(bound.Invoke(1).Int(), add.Type())
	this := js.FuncOf(func(this js.Value, args []js.Value) any { return this.Get("name") })
	o := g.Get("Object").New()
	o.Set("name", "me")
	o.Set("who", this)
	fmt.Println(o.Call("who").String())
	class := js.FuncOf(func(this js.Value, args []js.Value) any { this.Set("made", args[0]); return nil })
	made := class.New("x")
	fmt.Println(made.Get("made").String(), made.InstanceOf(class.Value))
	// A function that calls itself through JavaScript, with stacks that have to grow on the way.
	var fact js.Func
	fact = js.FuncOf(func(this js.Value, args []js.Value) any {
		var room [4096]byte
		n := args[0].Int()
		room[n] = 1
		if n < 2 {
			return 1
		}
		return float64(n) * fact.Invoke(n-1).Float()
	})
	fmt.Println(fact.Invoke(20).Float())
	list := g.Get("Array").New(5, 3, 9)
	list.Call("sort", js.FuncOf(func(this js.Value, args []js.Value) any { return args[0].Int() - args[1].Int() }))
	fmt.Println(list.Call("join").String())
}

func try(name string, f func()) {
	defer func() {
		switch err := recover().(type) {
		case js.Error:
			fmt.Println(name, "js.Error:", err.Error(), err.Value.Get("name").String(), err.Value.InstanceOf(js.Global().Get("Error")))
		case nil:
			fmt.Println(name, "fine")
		default:
			fmt.Println(name, err)
		}
	}()
	f()
}

func thrown() {
	g := js.Global()
	try("get of undefined", func() { js.Undefined().Get("x") })
	try("call of nothing", func() { g.Call("nothing") })
	try("call of null", func() { js.Null().Call("x") })
	try("invoke object", func() { g.Get("Object").New().Invoke() })
	try("new of no constructor", func() { g.Get("Math").Get("abs").New() })
	try("array length", func() { g.Get("Array").New(-1) })
	try("bytes length", func() { g.Get("Uint8Array").New(-1) })
	func() {
		defer func() { fmt.Println("parse", recover().(js.Error).Value.Get("name")) }()
		g.Get("JSON").Call("parse", "{")
	}()
	try("iso", func() { g.Get("Date").New("nonsense").Call("toISOString") })
	try("int of string", func() { js.ValueOf("x").Int() })
	cyclic := g.Get("Object").New()
	cyclic.Set("self", cyclic)
	try("copy", func() { js.CopyBytesToGo(make([]byte, 1), cyclic) })
	frozen := g.Get("Object").Call("freeze", g.Get("Object").New())
	frozen.Set("x", 1)
	fmt.Println(frozen.Get("x").IsUndefined())
	e := g.Get("TypeError").New("made here")
	fmt.Println(js.Error{Value: e}.Error(), e.Call("toString").String())
}

func bytes() {
	u8 := js.Global().Get("Uint8Array").New(8)
	fmt.Println(js.CopyBytesToJS(u8, []byte("hello, world")), js.CopyBytesToJS(u8.Call("subarray", 6), []byte("!")))
	back := make([]byte, 20)
	n := js.CopyBytesToGo(back, u8)
	fmt.Printf("%d %q\n", n, back[:n])
	fmt.Println(js.Global().Get("TextDecoder").New().Call("decode", u8).String(), u8.Get("byteLength").Int())
	floats := js.Global().Get("Float64Array").New(u8.Get("buffer"))
	floats.SetIndex(0, 1.0)
	fmt.Println(u8.Call("join").String(), floats.Length())
	clamped := js.Global().Get("Uint8ClampedArray").New(3)
	clamped.SetIndex(0, 300)
	clamped.SetIndex(1, -5)
	clamped.SetIndex(2, 1.5)
	fmt.Println(clamped.Call("join").String())
	i16 := js.Global().Get("Int16Array").New([]any{1, 70000, -1})
	fmt.Println(i16.Call("join").String(), i16.Get("buffer").Get("byteLength").Int())
	fmt.Println(js.ValueOf("\xff\xfe bad").String() == "\ufffd\ufffd bad", js.ValueOf("\uFEFFmark").String() == "mark")
}

func await(p js.Value) (result js.Value, err error) {
	done := make(chan struct{})
	ok := js.FuncOf(func(this js.Value, args []js.Value) any { result = args[0]; close(done); return nil })
	bad := js.FuncOf(func(this js.Value, args []js.Value) any { err = js.Error{Value: args[0]}; close(done); return nil })
	defer ok.Release()
	defer bad.Release()
	p.Call("then", ok, bad)
	<-done
	return
}

func promises() {
	g := js.Global()
	p := g.Get("Promise")
	v, err := await(p.Call("resolve", 42))
	fmt.Println(v, err)
	_, err = await(p.Call("reject", g.Get("Error").New("no")))
	fmt.Println(err)
	executor := js.FuncOf(func(this js.Value, args []js.Value) any {
		resolve := args[0]
		go func() {
			time.Sleep(5 * time.Millisecond)
			resolve.Invoke("later")
		}()
		return nil
	})
	v, err = await(p.New(executor))
	fmt.Println(v, err)
	v, _ = await(p.Call("all", []any{1, p.Call("resolve", "two"), p.New(executor)}))
	fmt.Println(v.Call("join").String())
	v, _ = await(p.Call("allSettled", []any{1, p.Call("reject", "x")}))
	fmt.Println(g.Get("JSON").Call("stringify", v).String())
	v, _ = await(p.Call("race", []any{p.New(executor), p.Call("resolve", "first")}))
	fmt.Println(v)
	_, err = await(p.Call("any", []any{p.Call("reject", "x")}))
	fmt.Println(err)
	// Microtasks come before timers, and a chain runs to its end first.
	var order []string
	done := make(chan bool)
	note := func(s string) js.Func {
		return js.FuncOf(func(this js.Value, args []js.Value) any { order = append(order, s); return nil })
	}
	g.Call("setTimeout", js.FuncOf(func(this js.Value, args []js.Value) any { order = append(order, "timer"); close(done); return nil }), 0)
	p.Call("resolve").Call("then", note("1")).Call("then", note("2")).Call("finally", note("3"))
	g.Call("queueMicrotask", note("micro"))
	<-done
	fmt.Println(order)
}

func timers() {
	// Once to warm up: what compiles on the way may take longer than a timer.
	for _, unit := range []time.Duration{time.Millisecond, 100 * time.Millisecond} {
		start := time.Now()
		var mu sync.Mutex
		var order []int
		var wg sync.WaitGroup
		for _, n := range []int{3, 1, 2} {
			n := n
			wg.Add(1)
			go func() {
				defer wg.Done()
				time.Sleep(time.Until(start.Add(time.Duration(n) * unit)))
				mu.Lock()
				order = append(order, n)
				mu.Unlock()
			}()
		}
		wg.Wait()
		if unit > time.Millisecond {
			fmt.Println(order, time.Since(start) >= 3*unit)
		}
	}
	ticks := 0
	ticker := time.NewTicker(time.Millisecond)
	for range ticker.C {
		if ticks++; ticks == 5 {
			break
		}
	}
	ticker.Stop()
	stopped := time.AfterFunc(time.Hour, func() { fmt.Println("never") })
	fmt.Println(ticks, stopped.Stop())
	select {
	case <-time.After(time.Millisecond):
		fmt.Println("timeout")
	case <-make(chan int):
	}
	n := 0
	done := make(chan bool)
	var id js.Value
	id = js.Global().Call("setInterval", js.FuncOf(func(this js.Value, args []js.Value) any {
		if n++; n == 3 {
			js.Global().Call("clearInterval", id)
			close(done)
		}
		return nil
	}), 1, "x")
	<-done
	fmt.Println("interval", n)
}

func stdin() {
	// A goroutine that waits for input must not keep this one from running.
	ticks := make(chan bool)
	go func() {
		for i := 0; i < 3; i++ {
			time.Sleep(time.Millisecond)
		}
		ticks <- true
	}()
	lines, bytes := 0, 0
	r := bufio.NewReader(os.Stdin)
	for {
		line, err := r.ReadString('\n')
		bytes += len(line)
		if line != "" {
			lines++
		}
		if err != nil {
			break
		}
	}
	<-ticks
	fmt.Println(lines, bytes)
}

func arguments() {
	fmt.Printf("%q %q\n", os.Args[2:], os.Getenv("GUEST"))
	wd, err := os.Getwd()
	fmt.Println(wd != "", err, len(os.Environ()) > 0, runtime.GOOS, runtime.GOARCH)
}

func files() {
	dir, _ := os.MkdirTemp(".", "wasil")
	defer os.RemoveAll(dir)
	name := dir + "/a.txt"
	check := func(what string, err error) {
		var path *os.PathError
		if errors.As(err, &path) {
			err = path.Err
		}
		fmt.Println(what, err)
	}
	check("write", os.WriteFile(name, []byte("hello, files"), 0o640))
	f, err := os.OpenFile(name, os.O_RDWR|os.O_APPEND, 0)
	check("open", err)
	f.WriteString("!\n")
	buf := make([]byte, 5)
	n, _ := f.ReadAt(buf, 7)
	fmt.Println(n, string(buf[:n]))
	st, err := f.Stat()
	fmt.Println(st.Name(), st.Size(), st.Mode(), err)
	check("truncate", f.Truncate(3))
	check("sync", f.Sync())
	f.Close()
	data, _ := os.ReadFile(name)
	fmt.Printf("%q\n", data)
	_, err = os.OpenFile(name, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	check("exclusive", err)
	_, err = os.Open(dir + "/none")
	check("missing", err)
	fmt.Println(os.IsNotExist(err))
	check("mkdir", os.Mkdir(dir+"/d", 0o755))
	check("mkdir again", os.Mkdir(dir+"/d", 0o755))
	check("rename", os.Rename(name, dir+"/d/b.txt"))
	check("symlink", os.Symlink("d/b.txt", dir+"/l"))
	link, err := os.Readlink(dir + "/l")
	fmt.Println(link, err)
	data, err = os.ReadFile(dir + "/l")
	fmt.Printf("%q %v\n", data, err)
	st, err = os.Lstat(dir + "/l")
	fmt.Println(st.Mode()&os.ModeSymlink != 0, err)
	check("hard link", os.Link(dir+"/d/b.txt", dir+"/h"))
	check("chmod", os.Chmod(dir+"/h", 0o600))
	when := time.Unix(1000000000, 0)
	check("times", os.Chtimes(dir+"/h", when, when))
	st, _ = os.Stat(dir + "/d/b.txt")
	fmt.Println(st.Mode(), st.ModTime().Unix())
	entries, err := os.ReadDir(dir)
	for _, e := range entries {
		fmt.Print(e.Name(), " ", e.Type(), "; ")
	}
	fmt.Println(err)
	check("rmdir full", errors.Unwrap(os.Remove(dir+"/d")))
	fmt.Println(os.Chdir(dir))
	data, err = os.ReadFile("d/b.txt")
	fmt.Println(len(data), err)
	fmt.Println(os.Chdir(".."))
	check("remove", os.Remove(dir+"/l"))
	_, err = os.ReadFile(dir + "/d")
	check("read folder", err)
}

func references() {
	// Far more values than are alive at once: their numbers have to be used again.
	g := js.Global().Get("Object")
	for i := 0; i < 20000; i++ {
		o := g.New()
		o.Set("i", i)
		if o.Get("i").Int() != i {
			panic(i)
		}
		js.ValueOf(strings.Repeat("x", i%100)).String()
		if i%5000 == 0 {
			runtime.GC()
			time.Sleep(time.Millisecond)
		}
	}
	fmt.Println("done")
}

// What a host calls into.
func library() {
	g := js.Global()
	count := 0
	g.Set("count", js.FuncOf(func(this js.Value, args []js.Value) any { count++; return count }))
	g.Set("upper", js.FuncOf(func(this js.Value, args []js.Value) any { return strings.ToUpper(args[0].String()) }))
	g.Set("later", js.FuncOf(func(this js.Value, args []js.Value) any {
		text := args[0].String()
		return g.Get("Promise").New(js.FuncOf(func(this js.Value, args []js.Value) any {
			resolve := args[0]
			go func() {
				time.Sleep(2 * time.Millisecond)
				resolve.Invoke("later " + text)
			}()
			return nil
		}))
	}))
	g.Set("never", js.FuncOf(func(this js.Value, args []js.Value) any {
		return g.Get("Promise").New(js.FuncOf(func(this js.Value, args []js.Value) any { return nil }))
	}))
	g.Set("leave", js.FuncOf(func(this js.Value, args []js.Value) any { os.Exit(args[0].Int()); return nil }))
	g.Set("fail", js.FuncOf(func(this js.Value, args []js.Value) any { panic("in a callback") }))
	select {}
}

// Uses what the host has defined.
func host() {
	g := js.Global()
	fmt.Println(g.Call("hostAdd", 1.5, 2).Float(), g.Call("hostJoin", "a", "b").String())
	try("host throws", func() { g.Call("hostFail", "why") })
	o := g.Get("hostObject")
	o.Set("Name", "go")
	fmt.Println(o.Call("Greet", "hi").String(), o.Get("Name").String(), o.Get("Calls").Int())
	v, err := await(g.Call("hostSlow", 20))
	fmt.Println(v, err)
	_, err = await(g.Call("hostSlow", -1))
	fmt.Println(err)
	b := g.Call("hostBytes", js.Global().Get("Uint8Array").New([]any{1, 2, 3}))
	fmt.Println(b.Length(), b.Index(2).Int())
}

func released() {
	f := js.FuncOf(func(this js.Value, args []js.Value) any { return 1 })
	v := f.Value
	f.Release()
	fmt.Println(v.Invoke().IsUndefined())
}

// Leaves a callback behind that comes after the end.
func later() {
	js.Global().Call("setTimeout", js.FuncOf(func(this js.Value, args []js.Value) any { fmt.Println("never"); return nil }), 50)
	js.Global().Set("kept", js.FuncOf(func(this js.Value, args []js.Value) any { return 1 }))
}

func hoard() {
	list := js.Global().Get("Array").New()
	for {
		list.Call("push", js.Global().Get("Uint8Array").New(1<<20))
	}
}

func storm() {
	f := js.FuncOf(func(this js.Value, args []js.Value) any { return nil })
	for {
		js.Global().Call("setTimeout", f, 1000000)
	}
}

func deep() {
	var f js.Func
	f = js.FuncOf(func(this js.Value, args []js.Value) any { return f.Invoke() })
	f.Invoke()
}

func fetch() {
	g := js.Global()
	if g.Get("fetch").IsUndefined() {
		fmt.Println("no fetch")
		return
	}
	options := map[string]any{"method": "POST", "headers": map[string]any{"X-Guest": "go"}, "body": "from the guest"}
	response, err := await(g.Call("fetch", os.Args[2], options))
	if err != nil {
		fmt.Println(err)
		return
	}
	text, err := await(response.Call("text"))
	fmt.Println(response.Get("status").Int(), response.Get("headers").Call("get", "x-answer").String(), text, err)
}
