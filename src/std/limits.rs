// The modules `std::i32`, `std::u64`, … with the limits as plain constants, as old code uses them.

macro_rules! limit_modules {
    ($($t:ident)*) => { $(
        pub mod $t {
            pub const MIN: $t = $t::MIN;
            pub const MAX: $t = $t::MAX;
        }
    )* };
}
limit_modules! { i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize }
