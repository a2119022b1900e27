"""What is typed, in each language."""

JAVA = {
    "value": "1+1",
    "four": "int sq(int x) { return x * x; }\nint tot = 0;\nfor (int i = 0; i < 10; i++) tot += sq(i);\ntot",
    "lines": 'for (int i = 0; i < {n}; i++) System.out.println("line " + i);',
    "keep": "int kept = 41;",
    "kept": "kept + 1",
    "member": 'String s0 = "a"; s0.subs',
    "member_wanted": "substring",
    "type": "java.util.concurrent.Comp",
    "explain": '"abc".substring(1',
    "hard": {
        "empty loop": "while (true) {}",
        "counting loop": "long c = 0; while (true) { c++; if (c < 0) break; }",
        "loop that swallows": "while (true) try { Thread.sleep(1); } catch (Throwable t) {}",
        "array loop": "int[] a = new int[1 << 20]; while (true) for (int i = 0; i < a.length; i++) a[i] += i;",
        "sleep": "Thread.sleep(600_000);",
        "blocked read": "new java.io.PipedInputStream(new java.io.PipedOutputStream()).read();",
        "recursion": "long f(int n) { return n < 2 ? n : f(n - 1) + f(n - 2); }\nf(90)",
        "within the JDK": "new java.math.BigInteger(\"3\").pow(400_000_000).bitLength()",
        "endless stream": "java.util.stream.IntStream.iterate(0, i -> i + 1).filter(i -> i < 0 && i > 0).findFirst()",
        "printing loop": 'while (true) System.out.println("x");',
    },
}

KOTLIN = {
    "value": "1+1",
    "four": "fun sq(x: Int) = x * x\nvar tot = 0\nfor (i in 0 until 10) tot += sq(i)\ntot",
    "lines": 'for (i in 0 until {n}) println("line $i")',
    "keep": "val kept = 41",
    "kept": "kept + 1",
    "member": 'val s0 = "a"; s0.subs',
    "member_wanted": "substring",
    "type": "java.util.concurrent.Comp",
    "explain": '"abc".substring(1',
    "hard": {
        "empty loop": "while (true) {}",
        "counting loop": "var c = 0L; while (true) { c++; if (c < 0) break }",
        "loop that swallows": "while (true) try { Thread.sleep(1) } catch (t: Throwable) {}",
        "array loop": "val a = IntArray(1 shl 20); while (true) for (i in a.indices) a[i] += i",
        "sleep": "Thread.sleep(600_000)",
        "blocked read": "java.io.PipedInputStream(java.io.PipedOutputStream()).read()",
        "recursion": "fun f(n: Int): Long = if (n < 2) n.toLong() else f(n - 1) + f(n - 2)\nf(90)",
        "within the JDK": 'java.math.BigInteger("3").pow(400_000_000).bitLength()',
        "endless stream": "java.util.stream.IntStream.iterate(0) { it + 1 }.filter { it < 0 && it > 0 }.findFirst()",
        "printing loop": 'while (true) println("x")',
    },
}

PYTHON = {
    "value": "1+1",
    "four": "def sq(x): return x * x\ntot = 0\nfor i in range(10): tot += sq(i)\ntot",
    "lines": "for i in range({n}): print('line', i)",
    "keep": "kept = 41",
    "kept": "kept + 1",
    "member": 's0 = "a"\ns0.isdec',
    "member_wanted": "isdecimal",
    "type": "import concurrent.futures as cf\ncf.Thre",
    "explain": "len",
    "hard": {
        "empty loop": "while True: pass",
        "counting loop": "c = 0\nwhile True: c += 1",
        "loop that swallows": "import time\nwhile True:\n    try: time.sleep(.001)\n    except BaseException: pass",
        "array loop": "a = list(range(1 << 20))\nwhile True:\n    for i in range(len(a)): a[i] += i",
        "sleep": "import time; time.sleep(600)",
        "blocked read": "import os; os.read(os.pipe()[0], 1)",
        "recursion": "def f(n): return n if n < 2 else f(n - 1) + f(n - 2)\nf(90)",
        "within the JDK": "(3 ** 800_000_000).bit_length()",
        "endless stream": "next(i for i in iter(int, 1) if i)",
        "printing loop": "while True: print('x')",
    },
}

OF = {"java": JAVA, "kotlin": KOTLIN, "python": PYTHON}
