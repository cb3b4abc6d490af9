// Integers as arrays of bytes.

macro_rules! byte_arrays {
    ($($t:ident $unsigned:ident $n:literal;)*) => { $(
        impl $t {
            pub const fn to_le_bytes(self) -> [u8; $n] {
                let mut rest = self as $unsigned as u128;
                let mut bytes = [0; $n];
                let mut i = 0;
                while i < $n {
                    bytes[i] = (rest % 256) as u8;
                    rest /= 256;
                    i += 1;
                }
                bytes
            }
            pub const fn to_be_bytes(self) -> [u8; $n] {
                let mut bytes = self.to_le_bytes();
                bytes.reverse();
                bytes
            }
            pub const fn to_ne_bytes(self) -> [u8; $n] {
                self.to_le_bytes()
            }
            pub const fn from_le_bytes(bytes: [u8; $n]) -> $t {
                let mut value: u128 = 0;
                let mut i = $n;
                while i > 0 {
                    i -= 1;
                    value = value * 256 + bytes[i] as u128;
                }
                value as $t
            }
            pub const fn from_be_bytes(mut bytes: [u8; $n]) -> $t {
                bytes.reverse();
                <$t>::from_le_bytes(bytes)
            }
            pub const fn from_ne_bytes(bytes: [u8; $n]) -> $t {
                <$t>::from_le_bytes(bytes)
            }
        }
    )* };
}
byte_arrays! {
    i8 u8 1; i16 u16 2; i32 u32 4; i64 u64 8; i128 u128 16; isize usize 8;
    u8 u8 1; u16 u16 2; u32 u32 4; u64 u64 8; u128 u128 16; usize usize 8;
}

macro_rules! float_bytes {
    ($($t:ident $bits:ident $n:literal;)*) => { $(
        impl $t {
            pub const fn to_le_bytes(self) -> [u8; $n] {
                self.to_bits().to_le_bytes()
            }
            pub const fn to_be_bytes(self) -> [u8; $n] {
                self.to_bits().to_be_bytes()
            }
            pub const fn to_ne_bytes(self) -> [u8; $n] {
                self.to_bits().to_ne_bytes()
            }
            pub const fn from_le_bytes(bytes: [u8; $n]) -> $t {
                <$t>::from_bits($bits::from_le_bytes(bytes))
            }
            pub const fn from_be_bytes(bytes: [u8; $n]) -> $t {
                <$t>::from_bits($bits::from_be_bytes(bytes))
            }
            pub const fn from_ne_bytes(bytes: [u8; $n]) -> $t {
                <$t>::from_bits($bits::from_ne_bytes(bytes))
            }
        }
    )* };
}
float_bytes! { f32 u32 4; f64 u64 8; }
