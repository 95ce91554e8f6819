//! The smallest district, on which every input is laid.

/// A file of `tests/ui/_base` and its path there.
macro_rules! file {
    ($path:literal) => {
        ($path, include_str!(concat!("../../ui/_base/", $path)))
    };
}

/// Its files.
pub const BASE: &[(&str, &str)] = &[
    file!("areas.csv"),
    file!("district.yaml"),
    file!("laws.yaml"),
    file!("pages/child/catatan-1.md"),
    file!("pages/counsellor/pertama.md"),
    file!("pages/head/pertama.md"),
    file!("pages/parent/pertama.md"),
    file!("pages/teacher/pertama.md"),
    file!("policies/kode.md"),
    file!("protocols/p01-cerita.md"),
    file!("register.yaml"),
    file!("schools/sekolah-1.yaml"),
    file!("schools/sekolah-2.yaml"),
    file!("services/harian.yaml"),
    file!("services/selalu.yaml"),
    file!("terms.yaml"),
];
