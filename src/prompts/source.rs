//! Where a prompt file comes from: the folder the operator gave, or else the program itself.

use super::advice::broken_toml;
use super::{Fault, bank, guests};
use rust_embed::Embed;
use serde::de::DeserializeOwned;
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};

#[derive(Embed)]
#[folder = "prompts/"]
struct BuiltIn;

/// The folder of what nobody edits.
const NOT_FOR_EDITING: &str = "encoder/";

/// Reads prompt files.
#[derive(Clone, Debug)]
pub struct Source {
    overlay: Option<PathBuf>,
}

impl Source {
    pub fn new(overlay: Option<&Path>) -> Self {
        Self { overlay: overlay.map(Path::to_owned) }
    }

    /// The text of a file, and the name to speak of it by. `None`, and a fault noted, where it cannot be read.
    pub fn read(&self, path: &str, faults: &mut Vec<Fault>) -> Option<(String, String)> {
        if let Some(dir) = &self.overlay {
            let own = dir.join(path);
            if own.exists() {
                let name = own.display().to_string();
                return match std::fs::read_to_string(&own) {
                    Ok(text) => Some((name, text)),
                    Err(error) => {
                        faults.push(Fault::new(
                            name,
                            "",
                            format!("cannot be read ({error})"),
                            "Make it a readable UTF-8 file, or remove it so that the built-in one is used",
                        ));
                        None
                    }
                };
            }
        }
        let name = format!("prompts/{path}");
        match BuiltIn::get(path) {
            Some(file) => Some((name, String::from_utf8_lossy(&file.data).into_owned())),
            None => {
                faults.push(Fault::new(name, "", "is missing", "Put the file back"));
                None
            }
        }
    }

    /// Whether a file of the program's own is replaced by the operator's.
    pub fn is_replaced(&self, path: &str) -> bool {
        self.overlay.as_ref().is_some_and(|dir| dir.join(path).exists())
    }

    /// The bytes of a file, and the name to speak of it by.
    pub fn bytes(&self, path: &str) -> Result<(String, Cow<'static, [u8]>), Fault> {
        if let Some(own) = self.overlay.as_ref().map(|dir| dir.join(path)).filter(|own| own.exists()) {
            let name = own.display().to_string();
            return match std::fs::read(&own) {
                Ok(bytes) => Ok((name, Cow::Owned(bytes))),
                Err(error) => {
                    let problem = format!("cannot be read ({error})");
                    Err(Fault::new(name, "", problem, "Remove it, so that the built-in one is used"))
                }
            };
        }
        let name = format!("prompts/{path}");
        match BuiltIn::get(path) {
            Some(file) => Ok((name, file.data)),
            None => Err(Fault::new(name, "", "is missing", "Put the file back")),
        }
    }

    /// A TOML file, and the name to speak of it by. `None`, and a fault noted, where it cannot be read.
    pub fn toml<T: DeserializeOwned>(&self, path: &str, faults: &mut Vec<Fault>) -> Option<(String, T)> {
        let (file, text) = self.read(path, faults)?;
        match toml::from_str(&text) {
            Ok(written) => Some((file, written)),
            Err(error) => {
                faults.push(broken_toml(&file, &text, &error));
                None
            }
        }
    }

    /// The paths of all files below a folder with this ending, built in or in the overlay.
    pub fn list(&self, folder: &str, ending: &str) -> BTreeSet<String> {
        let mut found: BTreeSet<String> = BuiltIn::iter()
            .map(|path| path.into_owned())
            .filter(|path| path.starts_with(folder) && path.ends_with(ending))
            .collect();
        let own = self.overlay.as_ref().map(|dir| dir.join(folder)).and_then(|dir| std::fs::read_dir(dir).ok());
        for entry in own.into_iter().flatten().flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            if name.ends_with(ending) {
                found.insert(format!("{folder}{name}"));
            }
        }
        found
    }

    /// What is wrong with the overlay as a folder: it is none, or holds a file that nothing would read.
    pub fn misplaced(&self) -> Vec<Fault> {
        let Some(dir) = &self.overlay else { return Vec::new() };
        if !dir.is_dir() {
            return vec![Fault::new(
                dir.display().to_string(),
                "",
                "is no folder",
                "Make one with the built-in prompts in it: rapport prompts DIR",
            )];
        }
        let mut faults = Vec::new();
        let mut folders = vec![dir.clone()];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(&folder).into_iter().flatten().flatten() {
                let path = entry.path();
                if path.is_dir() {
                    folders.push(path);
                    continue;
                }
                let name = path.strip_prefix(dir).unwrap_or(&path).to_string_lossy().replace('\\', "/");
                let speech = name.ends_with(".ftl") && (name.starts_with("en/") || name.starts_with("fr/"));
                let of_several = name.starts_with(guests::FOLDER) || name.starts_with(bank::FOLDER);
                let own = of_several && name.ends_with(".toml");
                if !speech && !own && BuiltIn::get(&name).is_none() {
                    faults.push(Fault::new(
                        path.display().to_string(),
                        "",
                        "is not a prompt file that this version reads",
                        "Correct its name (rapport prompts DIR shows them all), or remove it",
                    ));
                }
            }
        }
        faults
    }
}

/// Writes the built-in prompts into `dir`, for editing. A file that is there already is left as it is; what nobody edits stays where it is.
///
/// Gives back the files written, and those left alone.
///
/// # Errors
/// The operating system refused.
pub fn write_out(dir: &Path) -> io::Result<(Vec<PathBuf>, Vec<PathBuf>)> {
    let (mut written, mut left) = (Vec::new(), Vec::new());
    for name in BuiltIn::iter().filter(|name| !name.starts_with(NOT_FOR_EDITING)) {
        let path = dir.join(name.as_ref());
        if let Some(parent) = path.parent() {
            std::fs::create_dir_all(parent)?;
        }
        let Some(file) = BuiltIn::get(&name) else { continue };
        match std::fs::OpenOptions::new().write(true).create_new(true).open(&path) {
            Ok(mut new) => {
                io::Write::write_all(&mut new, &file.data)?;
                written.push(path);
            }
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => left.push(path),
            Err(error) => return Err(error),
        }
    }
    Ok((written, left))
}
