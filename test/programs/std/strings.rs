//@ status: ok
//@ oracle: rustc
fn parts<'a>(parts: impl Iterator<Item = &'a str>) -> String {
    parts.collect::<Vec<_>>().join("|")
}

fn main() {
    let s = "Hello, Wörld";
    assert_eq!((s.len(), s.chars().count(), s.find('ö'), s.rfind("l")), (13, 12, Some(8), Some(11)));
    assert_eq!(
        (s.to_uppercase(), s.to_lowercase(), "ß".to_uppercase()),
        ("HELLO, WÖRLD".into(), "hello, wörld".into(), "SS".into())
    );
    assert_eq!((&s[7..], s.get(8..9), s.is_char_boundary(9)), ("Wörld", None, false));
    assert_eq!(parts("a,b,,c,".split(',')), "a|b||c|");
    assert_eq!(parts("a,b,,c,".split_terminator(',')), "a|b||c");
    assert_eq!(parts("a,b,c".rsplit(',')), "c|b|a");
    assert_eq!(parts("a,b,c".splitn(2, ',')), "a|b,c");
    assert_eq!(parts("a,b,c".rsplitn(2, ',')), "c|a,b");
    assert_eq!(parts("a,b,c,".split_inclusive(',')), "a,|b,|c,");
    assert_eq!(parts("abc".split("")), "|a|b|c|");
    assert_eq!(parts("aXbYc".split(['X', 'Y'])), "a|b|c");
    assert_eq!(parts(" one  two ".split_whitespace().rev()), "two|one");
    assert_eq!(parts("a\r\nb\n\nc".lines()), "a|b||c");
    assert_eq!(("k=v=w".split_once('='), "k=v=w".rsplit_once('=')), (Some(("k", "v=w")), Some(("k=v", "w"))));
    assert_eq!(
        ("xxaxx".trim_matches('x'), " a ".trim_start(), "12a".trim_start_matches(char::is_numeric)),
        ("a", "a ", "a")
    );
    assert_eq!(("pre-x".strip_prefix("pre-"), "a.rs".strip_suffix(".c")), (Some("x"), None));
    assert_eq!((s.replace('l', "L"), s.replacen("l", "", 1)), ("HeLLo, WörLd".into(), "Helo, Wörld".into()));
    assert_eq!("abab".match_indices("ab").map(|(at, _)| at).collect::<Vec<_>>(), [0, 2]);
    assert_eq!("öb".char_indices().rev().collect::<Vec<_>>(), [(2, 'b'), (0, 'ö')]);

    let mut t = String::from("abc");
    t.push('d');
    t.insert_str(1, "__");
    assert_eq!((t.remove(0), t.pop(), t.as_str()), ('a', Some('d'), "__bc"));
    t.retain(|c| c != '_');
    t += "xyz";
    t.replace_range(1..3, "Q");
    assert_eq!((t.drain(..2).collect::<String>(), t.split_off(1), t.len()), ("bQ".into(), "z".into(), 1));
    assert_eq!(
        String::from_utf8(vec![104, 255]).unwrap_err().to_string(),
        "invalid utf-8 sequence of 1 bytes from index 1"
    );
    assert_eq!(String::from_utf8_lossy(&[72, 255, 73]), "H\u{FFFD}I");
    assert_eq!(["a", "b"].iter().map(|p| p.repeat(2)).collect::<String>(), "aabb");
    assert_eq!("é\n".escape_default().to_string(), "\\u{e9}\\n");
    assert!("abc" < "abd" && "Z".eq_ignore_ascii_case("z"));
}
