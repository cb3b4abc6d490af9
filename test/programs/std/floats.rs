//@ status: ok
//@ oracle: rustc
use std::cmp::Ordering::{Equal, Greater, Less};

fn main() {
    assert_eq!(
        (2.7f64.floor(), 2.2f64.ceil(), 2.5f64.round(), (-2.5f64).round(), 2.5f64.round_ties_even()),
        (2.0, 3.0, 3.0, -3.0, 2.0)
    );
    assert_eq!((3.75f64.trunc(), 3.75f64.fract(), (-3.5f64).abs(), (-0.0f64).signum()), (3.0, 0.75, 3.5, -1.0));
    assert_eq!(
        (9f64.sqrt(), 2f64.powi(10), 27f64.cbrt(), 3f64.hypot(4.0), 1.0f64.mul_add(2.0, 3.0)),
        (3.0, 1024.0, 3.0, 5.0, 5.0)
    );
    assert!((-1f64).sqrt().is_nan() && (1.0f64 / 0.0).is_infinite());
    assert_eq!((1f64.max(f64::NAN), f64::NAN.min(1.0), 5.5f64.clamp(0.0, 1.0)), (1.0, 1.0, 1.0));
    assert_eq!(
        (5.5 % 2.0, -5.5f64 % 2.0, (-5.5f64).rem_euclid(2.0), (-5.5f64).div_euclid(2.0)),
        (1.5, -1.5, 0.5, -3.0)
    );
    assert_eq!((1.0f64.partial_cmp(&2.0), f64::NAN.partial_cmp(&1.0)), (Some(Less), None));
    assert_eq!((1.0f64.total_cmp(&f64::NAN), (-0.0f64).total_cmp(&0.0), 1f32.total_cmp(&1.0)), (Less, Less, Equal));
    assert_eq!((-1.0f64).total_cmp(&f64::NEG_INFINITY), Greater);
    assert_eq!(
        (1.5f32.to_bits(), f64::from_bits(0x4000_0000_0000_0000), f64::NAN.to_bits()),
        (0x3fc0_0000, 2.0, 0x7ff8_0000_0000_0000)
    );
    assert_eq!(
        (1.0f64.copysign(-2.0), 180f64.to_radians(), 1f64.next_up() - 1.0),
        (-1.0, std::f64::consts::PI, f64::EPSILON)
    );
    assert_eq!((0.1f32 + 0.2f32, 0.1 + 0.2 == 0.3, 16777217i32 as f32), (0.3, false, 16777216.0));
    assert_eq!((1.0f64 / 3.0).to_string(), "0.3333333333333333");
    assert_eq!((1.0f32 / 3.0).to_string(), "0.33333334");
    assert_eq!(
        (f32::MAX.to_string(), format!("{:.20}", 0.1)),
        ("340282350000000000000000000000000000000".into(), "0.10000000000000000555".into())
    );
    let mut v = [2.5, -1.0, 0.0];
    v.sort_by(|a, b| a.partial_cmp(b).unwrap());
    assert_eq!(
        (v, v.iter().sum::<f64>(), v.iter().cloned().fold(f64::NEG_INFINITY, f64::max)),
        ([-1.0, 0.0, 2.5], 1.5, 2.5)
    );
}
