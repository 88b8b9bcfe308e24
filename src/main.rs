//! The program `rapport`.
fn main() { let t=std::time::Instant::now(); let p = rapport::prompts::Prompts::load(None); println!("{:?} {}", t.elapsed(), p.is_ok()); }
