//! What a process costs, as the system counts it.

use std::time::Duration;

/// The time that a process has been at work.
pub fn worked(id: u32) -> Duration {
    let stat = std::fs::read_to_string(format!("/proc/{id}/stat")).unwrap_or_default();
    let after_name = stat.rsplit(')').next().unwrap_or_default();
    let ticks: u64 = after_name.split_whitespace().skip(11).take(2).filter_map(|field| field.parse::<u64>().ok()).sum();
    // A hundred to the second, on every Linux.
    Duration::from_millis(10 * ticks)
}

/// The memory of a process.
pub fn resident(id: u32) -> String {
    let status = std::fs::read_to_string(format!("/proc/{id}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kilobytes = line.and_then(|line| line.split_whitespace().next()?.parse::<f64>().ok());
    kilobytes.map_or("?".to_owned(), |kilobytes| format!("{:.1} MB", kilobytes / 1_000.0))
}
