// The macros of std. `#[rustc_builtin_macro(name)]` marks those that the front end expands itself (src/hir/macros).
//
// Follows: core::macros, std::macros, alloc::macros, std::thread::local. `#[macro_export]` ones are in scope
// everywhere, as through `#[macro_use] extern crate std`. Not modelled: environment, included files, assembly.

// ---- expanded by the front end

#[macro_export]
#[rustc_builtin_macro(format_args)]
macro_rules! format_args { () => {}; }
#[macro_export]
#[rustc_builtin_macro(format_args)]
macro_rules! const_format_args { () => {}; }
#[macro_export]
#[rustc_builtin_macro(format_args_nl)]
macro_rules! format_args_nl { () => {}; }
#[macro_export]
#[rustc_builtin_macro(concat)]
macro_rules! concat { () => {}; }
#[macro_export]
#[rustc_builtin_macro(stringify)]
macro_rules! stringify { () => {}; }
/// The text of an expression as rustc prints it in `assertion failed: …`.
#[macro_export]
#[rustc_builtin_macro(expr_text)]
macro_rules! __expr_text { () => {}; }
#[macro_export]
#[rustc_builtin_macro(line)]
macro_rules! line { () => {}; }
#[macro_export]
#[rustc_builtin_macro(column)]
macro_rules! column { () => {}; }
#[macro_export]
#[rustc_builtin_macro(file)]
macro_rules! file { () => {}; }
#[macro_export]
#[rustc_builtin_macro(module_path)]
macro_rules! module_path { () => {}; }
#[macro_export]
#[rustc_builtin_macro(cfg)]
macro_rules! cfg { () => {}; }
#[macro_export]
#[rustc_builtin_macro(compile_error)]
macro_rules! compile_error { () => {}; }
#[macro_export]
#[rustc_builtin_macro(panic)]
macro_rules! panic { () => {}; }
#[macro_export]
#[rustc_builtin_macro(unreachable)]
macro_rules! unreachable { () => {}; }

#[macro_export]
#[rustc_builtin_macro(unsupported)]
macro_rules! include { () => {}; }
#[macro_export]
#[rustc_builtin_macro(unsupported)]
macro_rules! include_str { () => {}; }
#[macro_export]
#[rustc_builtin_macro(unsupported)]
macro_rules! include_bytes { () => {}; }
#[macro_export]
#[rustc_builtin_macro(unsupported)]
macro_rules! env { () => {}; }
#[macro_export]
#[rustc_builtin_macro(unsupported)]
macro_rules! option_env { () => {}; }
#[macro_export]
#[rustc_builtin_macro(unsupported)]
macro_rules! is_x86_feature_detected { () => {}; }

#[macro_export]
#[rustc_builtin_macro(derive_debug)]
macro_rules! Debug { () => {}; }
#[macro_export]
#[rustc_builtin_macro(derive_clone)]
macro_rules! Clone { () => {}; }
#[macro_export]
#[rustc_builtin_macro(derive_copy)]
macro_rules! Copy { () => {}; }
#[macro_export]
#[rustc_builtin_macro(derive_partial_eq)]
macro_rules! PartialEq { () => {}; }
#[macro_export]
#[rustc_builtin_macro(derive_eq)]
macro_rules! Eq { () => {}; }
#[macro_export]
#[rustc_builtin_macro(derive_partial_ord)]
macro_rules! PartialOrd { () => {}; }
#[macro_export]
#[rustc_builtin_macro(derive_ord)]
macro_rules! Ord { () => {}; }
#[macro_export]
#[rustc_builtin_macro(derive_hash)]
macro_rules! Hash { () => {}; }
#[macro_export]
#[rustc_builtin_macro(derive_default)]
macro_rules! Default { () => {}; }

/// What `#[derive(Eq)]` asks of every field.
pub struct AssertParamIsEq<T: crate::cmp::Eq + ?Sized> {
    field: crate::marker::PhantomData<T>,
}

/// What `#[derive(Clone)]` asks of every field where it copies.
pub struct AssertParamIsClone<T: crate::clone::Clone + ?Sized> {
    field: crate::marker::PhantomData<T>,
}

// ---- panics

#[macro_export]
macro_rules! panic_2015 {
    () => {
        $crate::rt::panic("explicit panic")
    };
    ($msg:literal $(,)?) => {
        $crate::rt::panic($msg)
    };
    ($msg:expr $(,)?) => {
        $crate::panic::panic_any($msg)
    };
    ("{}", $arg:expr $(,)?) => {
        $crate::rt::panic_shown(&$arg)
    };
    ($fmt:expr, $($arg:tt)+) => {
        $crate::rt::panic_fmt($crate::format_args!($fmt, $($arg)+))
    };
}

#[macro_export]
macro_rules! panic_2021 {
    () => {
        $crate::rt::panic("explicit panic")
    };
    // Not flattened: the payload is a `String` whatever the argument.
    ("{}", $arg:expr $(,)?) => {
        $crate::rt::panic_shown(&$arg)
    };
    ($($arg:tt)+) => {
        $crate::rt::panic_fmt($crate::format_args!($($arg)+))
    };
}

#[macro_export]
macro_rules! unreachable_2015 {
    () => {
        $crate::rt::panic("internal error: entered unreachable code")
    };
    ($msg:expr $(,)?) => {
        $crate::rt::unreachable_shown(&$msg)
    };
    ($fmt:expr, $($arg:tt)*) => {
        $crate::rt::panic_fmt($crate::format_args!("internal error: entered unreachable code: {}", $crate::format_args!($fmt, $($arg)*)))
    };
}

#[macro_export]
macro_rules! unreachable_2021 {
    () => {
        $crate::rt::panic("internal error: entered unreachable code")
    };
    ($($arg:tt)+) => {
        $crate::rt::panic_fmt($crate::format_args!("internal error: entered unreachable code: {}", $crate::format_args!($($arg)+)))
    };
}

#[macro_export]
macro_rules! todo {
    () => {
        $crate::rt::panic("not yet implemented")
    };
    ($($arg:tt)+) => {
        $crate::rt::panic_fmt($crate::format_args!("not yet implemented: {}", $crate::format_args!($($arg)+)))
    };
}

#[macro_export]
macro_rules! unimplemented {
    () => {
        $crate::rt::panic("not implemented")
    };
    ($($arg:tt)+) => {
        $crate::rt::panic_fmt($crate::format_args!("not implemented: {}", $crate::format_args!($($arg)+)))
    };
}

#[macro_export]
macro_rules! assert {
    ($cond:expr $(,)?) => {
        if !$cond {
            $crate::rt::panic($crate::concat!("assertion failed: ", $crate::__expr_text!($cond)))
        }
    };
    ($cond:expr, $($arg:tt)+) => {
        if !$cond {
            $crate::panic!($($arg)+)
        }
    };
}

#[macro_export]
macro_rules! assert_eq {
    ($left:expr, $right:expr $(,)?) => {
        match (&$left, &$right) {
            (left_val, right_val) => {
                if !(*left_val == *right_val) {
                    let kind = $crate::rt::AssertKind::Eq;
                    $crate::rt::assert_failed(kind, &*left_val, &*right_val, $crate::option::Option::None);
                }
            }
        }
    };
    ($left:expr, $right:expr, $($arg:tt)+) => {
        match (&$left, &$right) {
            (left_val, right_val) => {
                if !(*left_val == *right_val) {
                    let kind = $crate::rt::AssertKind::Eq;
                    $crate::rt::assert_failed(kind, &*left_val, &*right_val, $crate::option::Option::Some($crate::format_args!($($arg)+)));
                }
            }
        }
    };
}

#[macro_export]
macro_rules! assert_ne {
    ($left:expr, $right:expr $(,)?) => {
        match (&$left, &$right) {
            (left_val, right_val) => {
                if *left_val == *right_val {
                    let kind = $crate::rt::AssertKind::Ne;
                    $crate::rt::assert_failed(kind, &*left_val, &*right_val, $crate::option::Option::None);
                }
            }
        }
    };
    ($left:expr, $right:expr, $($arg:tt)+) => {
        match (&$left, &$right) {
            (left_val, right_val) => {
                if *left_val == *right_val {
                    let kind = $crate::rt::AssertKind::Ne;
                    $crate::rt::assert_failed(kind, &*left_val, &*right_val, $crate::option::Option::Some($crate::format_args!($($arg)+)));
                }
            }
        }
    };
}

#[macro_export]
macro_rules! debug_assert {
    ($($arg:tt)*) => {
        if $crate::cfg!(debug_assertions) {
            $crate::assert!($($arg)*);
        }
    };
}

#[macro_export]
macro_rules! debug_assert_eq {
    ($($arg:tt)*) => {
        if $crate::cfg!(debug_assertions) {
            $crate::assert_eq!($($arg)*);
        }
    };
}

#[macro_export]
macro_rules! debug_assert_ne {
    ($($arg:tt)*) => {
        if $crate::cfg!(debug_assertions) {
            $crate::assert_ne!($($arg)*);
        }
    };
}

// ---- output and text

#[macro_export]
macro_rules! print {
    ($($arg:tt)*) => {{
        $crate::io::_print($crate::format_args!($($arg)*));
    }};
}

#[macro_export]
macro_rules! println {
    () => {
        $crate::print!("\n")
    };
    ($($arg:tt)*) => {{
        $crate::io::_print($crate::format_args_nl!($($arg)*));
    }};
}

#[macro_export]
macro_rules! eprint {
    ($($arg:tt)*) => {{
        $crate::io::_eprint($crate::format_args!($($arg)*));
    }};
}

#[macro_export]
macro_rules! eprintln {
    () => {
        $crate::eprint!("\n")
    };
    ($($arg:tt)*) => {{
        $crate::io::_eprint($crate::format_args_nl!($($arg)*));
    }};
}

#[macro_export]
macro_rules! format {
    ($($arg:tt)*) => {
        $crate::fmt::format($crate::format_args!($($arg)*))
    };
}

#[macro_export]
macro_rules! write {
    ($dst:expr, $($arg:tt)*) => {
        $dst.write_fmt($crate::format_args!($($arg)*))
    };
}

#[macro_export]
macro_rules! writeln {
    ($dst:expr $(,)?) => {
        $crate::write!($dst, "\n")
    };
    ($dst:expr, $($arg:tt)*) => {
        $dst.write_fmt($crate::format_args_nl!($($arg)*))
    };
}

#[macro_export]
macro_rules! dbg {
    () => {
        $crate::eprintln!("[{}:{}:{}]", $crate::file!(), $crate::line!(), $crate::column!())
    };
    ($val:expr $(,)?) => {
        match $val {
            tmp => {
                $crate::eprintln!("[{}:{}:{}] {} = {:#?}",
                    $crate::file!(), $crate::line!(), $crate::column!(), $crate::stringify!($val), &tmp);
                tmp
            }
        }
    };
    ($($val:expr),+ $(,)?) => {
        ($($crate::dbg!($val)),+,)
    };
}

// ---- values

#[macro_export]
macro_rules! vec {
    () => {
        $crate::vec::Vec::new()
    };
    ($elem:expr; $n:expr) => {
        $crate::vec::from_elem($elem, $n)
    };
    ($($x:expr),+ $(,)?) => {
        $crate::vec::from_array([$($x),+])
    };
}

#[macro_export]
macro_rules! matches {
    ($expression:expr, $pattern:pat $(if $guard:expr)? $(,)?) => {
        match $expression {
            $pattern $(if $guard)? => true,
            _ => false
        }
    };
}

#[macro_export]
macro_rules! r#try {
    ($expr:expr $(,)?) => {
        match $expr {
            $crate::result::Result::Ok(val) => val,
            $crate::result::Result::Err(err) => {
                return $crate::result::Result::Err($crate::convert::From::from(err));
            }
        }
    };
}

#[macro_export]
macro_rules! addr_of {
    ($place:expr) => {
        &raw const $place
    };
}

#[macro_export]
macro_rules! addr_of_mut {
    ($place:expr) => {
        &raw mut $place
    };
}

#[macro_export]
macro_rules! thread_local {
    () => {};
    ($(#[$attr:meta])* $vis:vis static $name:ident : $t:ty = const $init:block; $($rest:tt)*) => {
        $crate::__thread_local_key!($(#[$attr])* $vis $name, $t, $init);
        $crate::thread_local!($($rest)*);
    };
    ($(#[$attr:meta])* $vis:vis static $name:ident : $t:ty = const $init:block) => {
        $crate::__thread_local_key!($(#[$attr])* $vis $name, $t, $init);
    };
    ($(#[$attr:meta])* $vis:vis static $name:ident : $t:ty = $init:expr; $($rest:tt)*) => {
        $crate::__thread_local_key!($(#[$attr])* $vis $name, $t, $init);
        $crate::thread_local!($($rest)*);
    };
    ($(#[$attr:meta])* $vis:vis static $name:ident : $t:ty = $init:expr) => {
        $crate::__thread_local_key!($(#[$attr])* $vis $name, $t, $init);
    };
}

/// The function that makes a thread's own value is what tells keys apart.
#[macro_export]
macro_rules! __thread_local_key {
    ($(#[$attr:meta])* $vis:vis $name:ident, $t:ty, $init:expr) => {
        $(#[$attr])*
        $vis static $name: $crate::thread::LocalKey<$t> = {
            fn __init() -> $t {
                $init
            }
            unsafe { $crate::thread::LocalKey::new(__init) }
        };
    };
}
