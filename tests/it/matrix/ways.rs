//! Ways to the homeserver that are not as good as they should be.

use real_synapse::Synapse;
use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// A way to the homeserver on which keys for other devices can be held back, and messages be slow.
pub struct Way {
    /// Its address.
    pub url: String,
    is_slow: Arc<AtomicBool>,
    held: Arc<Mutex<Option<Vec<Vec<u8>>>>>,
    port: u16,
}

impl Way {
    pub fn before(synapse: &Synapse) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let port: u16 = synapse.url().rsplit(':').next().unwrap().parse().unwrap();
        let held: Arc<Mutex<Option<Vec<Vec<u8>>>>> = Arc::default();
        let is_slow: Arc<AtomicBool> = Arc::default();
        let (shared, slow) = (Arc::clone(&held), Arc::clone(&is_slow));
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let (held, slow) = (Arc::clone(&shared), Arc::clone(&slow));
                std::thread::spawn(move || relay(stream.unwrap(), port, &held, &slow));
            }
        });
        Self { url, held, is_slow, port }
    }

    /// From now on, each message takes two seconds.
    pub fn slow_down(&self) {
        self.is_slow.store(true, Ordering::Relaxed);
    }

    /// From now on, keys are held back.
    pub fn hold(&self) {
        *self.held.lock().unwrap() = Some(Vec::new());
    }

    /// What was held back goes on its way. Gives back how much that was.
    pub fn release(&self) -> usize {
        let requests = self.held.lock().unwrap().take().unwrap();
        for request in &requests {
            assert!(answer_to(request, self.port).starts_with(b"HTTP/1.1 200"));
        }
        requests.len()
    }
}

/// Takes one request, and answers it: as the homeserver does, or as if it had been taken.
fn relay(mut stream: TcpStream, port: u16, held: &Mutex<Option<Vec<Vec<u8>>>>, is_slow: &AtomicBool) {
    let Some(request) = request(&mut stream) else { return };
    let line = String::from_utf8_lossy(&request[..request.len().min(200)]).into_owned();
    if line.contains("/sendToDevice/m.room.encrypted")
        && let Some(held) = held.lock().unwrap().as_mut()
    {
        held.push(request);
        let _ = stream.write_all(
            b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}",
        );
        return;
    }
    if is_slow.load(Ordering::Relaxed) && line.contains("/send/m.room.") {
        std::thread::sleep(Duration::from_secs(2));
    }
    let _ = stream.write_all(&answer_to(&request, port));
}

fn request(stream: &mut TcpStream) -> Option<Vec<u8>> {
    let (mut request, mut piece) = (Vec::new(), [0; 8192]);
    loop {
        let head = request.windows(4).position(|end| end == b"\r\n\r\n").map(|at| at + 4);
        if let Some(head) = head {
            let text = String::from_utf8_lossy(&request[..head]).to_lowercase();
            let length = text.lines().find_map(|line| line.strip_prefix("content-length:")?.trim().parse().ok());
            if request.len() >= head + length.unwrap_or(0) {
                // One request a connection is enough here.
                let at = request.windows(2).position(|end| end == b"\r\n")? + 2;
                request.splice(at..at, b"Connection: close\r\n".iter().copied());
                return Some(request);
            }
        }
        match stream.read(&mut piece) {
            Ok(0) | Err(_) => return None,
            Ok(count) => request.extend_from_slice(&piece[..count]),
        }
    }
}

fn answer_to(request: &[u8], port: u16) -> Vec<u8> {
    let mut homeserver = TcpStream::connect(("127.0.0.1", port)).unwrap();
    homeserver.write_all(request).unwrap();
    let mut answer = Vec::new();
    let _ = homeserver.read_to_end(&mut answer);
    answer
}
