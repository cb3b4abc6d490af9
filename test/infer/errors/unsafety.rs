static mut C: i32 = 0;
unsafe fn danger() {}
unsafe extern "C" {
    fn abs(x: i32) -> i32;
    static ENV: i32;
    safe fn sqrt(x: f64) -> f64;
}
union U {
    a: i32,
    b: f32,
}
struct S;
impl S {
    unsafe fn m(&self) {}
    unsafe fn st() {}
}
trait T {
    unsafe fn tm(&self);
}
impl T for S {
    unsafe fn tm(&self) {
        danger()
    }
}
fn main() {
    C += 1;
//~^ ERROR[E0133] 5: use of mutable static is unsafe and requires unsafe function or block
    let x = C;
//~^ ERROR[E0133] 13: use of mutable static is unsafe and requires unsafe function or block
    let r = &C;
//~^ ERROR[E0133] 14: use of mutable static is unsafe and requires unsafe function or block
    let p = &raw const C;
    danger();
//~^ ERROR[E0133] 5: call to unsafe function `danger` is unsafe and requires unsafe function or block
    let y = abs(3);
//~^ ERROR[E0133] 13: call to unsafe function `abs` is unsafe and requires unsafe function or block
    let e = ENV;
//~^ ERROR[E0133] 13: use of extern static is unsafe and requires unsafe function or block
    let q = &5 as *const i32;
    let z = *q;
//~^ ERROR[E0133] 13: dereference of raw pointer is unsafe and requires unsafe function or block
    let u = U { a: 1 };
    let w = u.a;
//~^ ERROR[E0133] 13: access to union field is unsafe and requires unsafe function or block
    S.m();
//~^ ERROR[E0133] 5: call to unsafe function `S::m` is unsafe and requires unsafe function or block
    S::st();
//~^ ERROR[E0133] 5: call to unsafe function `S::st` is unsafe and requires unsafe function or block
    S.tm();
//~^ ERROR[E0133] 5: call to unsafe function `T::tm` is unsafe and requires unsafe function or block
    let f: unsafe fn() = danger;
    f();
//~^ ERROR[E0133] 5: call to unsafe function is unsafe and requires unsafe function or block
    let c = || danger();
//~^ ERROR[E0133] 16: call to unsafe function `danger` is unsafe and requires unsafe function or block
    unsafe {
        danger();
        let k = || danger();
        (|| C += 1)();
    }
    println!("{}", C);
//~^ ERROR[E0133] 20: use of mutable static is unsafe and requires unsafe function or block
    let s = sqrt(1.0);
    std::mem::forget(1);
    std::mem::zeroed::<i32>();
//~^ ERROR[E0133] 5: call to unsafe function `zeroed` is unsafe and requires unsafe function or block
    let v = vec![1];
    v.get_unchecked(0);
//~^ ERROR[E0133] 5: call to unsafe function `[T]::get_unchecked` is unsafe and requires unsafe function or block
    let mut u2 = U { b: 1.0 };
    u2.a = 3;
    match u {
        U { a } => {}
//~^ ERROR[E0133] 13: access to union field is unsafe and requires unsafe function or block
    }
    S::tm(&S);
//~^ ERROR[E0133] 5: call to unsafe function `T::tm` is unsafe and requires unsafe function or block
}
