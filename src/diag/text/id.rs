//! Bahasa Indonesia program ini.

use jiff::civil::Date;

use super::{Frame, Sentence, hundredth, quote, quotes, say, signs, tenth, weights};
use crate::diag::code::{Code, Fault, Kind, Part, Scheme, Trace};
use crate::error::Error;
use crate::model::value::Shape;

/// The fixed words.
pub const FRAME: Frame = Frame {
    error: "galat",
    warning: "peringatan",
    help: "bantuan",
    errors: "galat",
    warnings: "peringatan",
    files: "dalam berkas",
    more: "lagi tidak ditampilkan",
    accepted: "diterima",
    unreviewed: "menunggu tinjauan",
    clean: "tidak ada kesalahan",
};

/// A fault in Indonesian.
#[expect(clippy::too_many_lines, reason = "a table, one entry a fault")]
pub fn sentence(fault: &Fault) -> Sentence {
    match fault {
        Fault::NotUtf8 { line } => {
            say(format!("baris {line} bukan UTF-8"), "bukan UTF-8", "simpan ulang sebagai UTF-8")
        }
        Fault::TooLarge { bytes } => say(
            format!("berkas ini {bytes} bita; batasnya 4 MiB"),
            "terlalu besar",
            "pecah berkasnya, atau buang yang bukan bagiannya",
        ),
        Fault::IsLink {} => say(
            "ini tautan simbolis; tautan tidak diikuti",
            "sebuah tautan",
            "taruh berkas aslinya di sini",
        ),
        Fault::Unreadable { why } => say(
            format!("berkas ini tidak dapat dibaca: {why}"),
            "tidak terbaca",
            "periksa izin berkasnya",
        ),
        Fault::NoProfile {} => {
            say("tidak ada `district.yaml`", "tidak ada", "`teduh init` menuliskan daerah contoh")
        }
        Fault::UnknownFile { path } => say(
            format!("`{path}` bukan catatan dan tidak dipakai"),
            "tidak dipakai",
            "lihat docs/content.md untuk daftar berkas",
        ),
        Fault::BadFileName { name } => say(
            format!("`{name}` tidak bisa menjadi id"),
            "nama berkas adalah id catatannya",
            "pakai huruf kecil, angka, dan tanda hubung",
        ),
        Fault::FrontMatter {} => say(
            "teks ini tidak punya bagian depan",
            "mulai dengan baris `---`, tutup dengan `---`",
            "taruh isian di antara dua baris `---` di paling atas",
        ),
        Fault::NotYaml { why } => say(
            format!("ini bukan YAML: {why}"),
            "di sini",
            "beri tanda kutip pada teks yang memuat `: `, `#`, atau diawali tanda baca",
        ),
        Fault::EmptyFile {} => {
            say("berkas ini kosong", "kosong", "isi catatannya, atau hapus berkasnya")
        }
        Fault::ReservedCharacter {} => say(
            "teks ini memuat karakter khusus (private use)",
            "tidak boleh di sini",
            "hapus saja; karakter itu tidak tampil",
        ),
        Fault::TooDeep {} => say(
            "daftar, kutipan, atau penanda bertingkat terlalu dalam",
            "dilewati",
            "kurangi tingkatnya",
        ),
        Fault::UnknownField { field, nearest } => say(
            format!("tidak ada isian `{field}` di sini"),
            "isian tidak dikenal",
            meant(nearest.as_deref()),
        ),
        Fault::MissingField { field } => {
            say(format!("isian `{field}` belum ada"), "di sini", format!("tambahkan `{field}:`"))
        }
        Fault::WrongValue { written, shape } | Fault::NumberShape { written, shape } => say(
            format!("`{written}` bukan {}", shape_name(*shape)),
            format!("seharusnya {}", shape_name(*shape)),
            shape_help(*shape),
        ),
        Fault::DuplicateKey { key } => {
            say(format!("`{key}` ditulis dua kali"), "yang kedua", "simpan salah satunya")
        }
        Fault::NotOneOf { written, allowed, nearest } => say(
            format!("`{written}` bukan salah satu pilihan"),
            format!("pilihan: {allowed}"),
            meant(nearest.as_deref()),
        ),
        Fault::BadAreaLine { written } => say(
            format!("`{written}` bukan wilayah"),
            "seharusnya `kode,nama`",
            "tulis baris seperti `53.71,Kota Kupang`",
        ),
        Fault::UnknownLanguage { lang } => say(
            format!("daerah ini tidak punya bahasa `{lang}`"),
            "tidak ada di `languages`",
            "tambahkan ke `languages` di district.yaml, atau hapus teksnya",
        ),
        Fault::AreaWithoutParent { code, parent } => say(
            format!("wilayah `{code}` tidak punya wilayah di atasnya"),
            format!("`{parent}` tidak ada"),
            format!("tambahkan baris untuk `{parent}`"),
        ),
        Fault::NotAcceptable { code } => say(
            format!("temuan `{code}` tidak bisa diterima begitu saja"),
            "bukan yang ini",
            "hapus isian ini, lalu perbaiki yang disebut temuannya; daftar kode ada di docs/rules.md",
        ),
        Fault::AcceptedNothing { code } => say(
            format!("tidak ada temuan `{code}` di berkas ini"),
            "tidak menerima apa pun",
            "hapus isian ini",
        ),
        Fault::Dangling { kind, id, nearest } => say(
            format!("tidak ada {} bernama `{id}`", kind_name(*kind)),
            "tidak ditemukan",
            meant(nearest.as_deref()),
        ),
        Fault::ForbiddenLink { url } => say(
            format!("tautan `{url}` tidak diizinkan"),
            "tidak diizinkan",
            "pakai `https:` atau skema kita: policy, protocol, page, service, role, need, law, term, slot",
        ),
        Fault::DuplicateId { kind, id } => say(
            format!("{} `{id}` ada dua kali", kind_name(*kind)),
            "yang kedua",
            "simpan salah satunya",
        ),
        Fault::OrphanTranslation { of } => say(
            format!("ini terjemahan dari `{of}`, yang tidak ada"),
            "tidak ada aslinya",
            "ganti namanya, atau tulis aslinya dulu",
        ),
        Fault::OrphanAddendum { policy } => say(
            format!("sekolah ini belum menetapkan `{policy}`"),
            "tambahan tanpa kebijakan",
            "tetapkan kebijakannya, atau hapus berkas ini",
        ),
        Fault::PolicyOverdue { title, due, today, owner } => say(
            format!("`{title}` terlambat ditinjau sejak {due}"),
            format!("hari ini {today}"),
            format!("minta {owner} meninjaunya, lalu isi `review_due` yang baru"),
        ),
        Fault::RawHtml {} => say(
            "ada HTML di dalam teks",
            "tidak diizinkan",
            "tulis Markdown; HTML bisa membawa skrip atau menyembunyikan nomor",
        ),
        Fault::HeadingSkipped { from, to } => say(
            format!("judul tingkat {to} langsung sesudah tingkat {from}"),
            "ada tingkat yang terlewat",
            "mulai dari `##` dan turun satu tingkat demi satu",
        ),
        Fault::UnfilledSlot { school, policy, slot, ask } => say(
            format!("`{school}` belum mengisi `{slot}` pada `{policy}`"),
            ask.clone(),
            format!("isi di berkas sekolah: `slots: {{ {policy}: {{ {slot}: ... }} }}`"),
        ),
        Fault::MissingTranslation { lang } => say(
            format!("teks ini belum ada dalam bahasa `{lang}`"),
            "ditampilkan dalam bahasa utama",
            format!("tambahkan berkas bernama sama berakhiran `.{lang}.md`"),
        ),
        Fault::UnevenTranslation { field, own, found } => say(
            format!("`{field}` di sini berisi {found}, di aslinya {own}"),
            "jumlahnya berbeda",
            "terjemahkan semua, dengan urutan yang sama",
        ),
        Fault::StepsOutOfOrder { within, before } => say(
            format!("langkah `{within}` berada sesudah langkah `{before}`"),
            "mundur dalam waktu",
            "urutkan langkah sesuai waktu mengerjakannya",
        ),
        Fault::NotNeutral { word } => say(
            format!("`{word}` pada alamat atau judul tab halaman anak membuka isinya"),
            "tidak netral",
            "pakai nama netral seperti `catatan-3`",
        ),
        Fault::Image {} => say(
            "ada gambar di dalam teks",
            "tidak diizinkan",
            "sampaikan dengan kata-kata; halaman tidak memuat gambar",
        ),
        Fault::LawEnded { law, on, successor, since } => say(
            format!("teks ini berdasar {law}, yang tidak berlaku lagi{}", ended(*on)),
            replaced(successor.as_deref(), *since),
            "baca ulang teksnya dengan peraturan yang berlaku sekarang, lalu sebut peraturan itu",
        ),
        Fault::LawEndedCited { law, on, successor, since } => say(
            format!("teks ini menyebut {law}, yang tidak berlaku lagi{}", ended(*on)),
            replaced(successor.as_deref(), *since),
            "sebut peraturan yang berlaku sekarang; atau katakan di teks yang sama bahwa yang lama sudah dicabut",
        ),
        Fault::OldSystemWord { word, law, successor } => say(
            format!("`{word}` adalah kata dari sistem yang sudah berakhir"),
            format!("{law} tidak berlaku lagi"),
            match successor {
                Some(successor) => format!(
                    "pakai kata dari {successor}; catatan atau \"dulu {word}\" boleh tetap ada"
                ),
                None => format!(
                    "pakai kata yang berlaku sekarang; catatan atau \"dulu {word}\" boleh tetap ada"
                ),
            },
        ),
        Fault::UnfoundedDeadline { written, law } => say(
            match law {
                Some(law) => format!("di daftar hukum, {law} tidak memuat batas waktu `{written}`"),
                None => {
                    format!("`{written}` disebut batas waktu hukum tanpa menyebut peraturannya")
                }
            },
            "tidak ada di daftar hukum",
            "sebut peraturannya (`<law:ID>`) yang memuat rentang ini di `deadlines:`; atau katakan bahwa ini cara kerja sekolah sendiri",
        ),
        Fault::LockChanged { section, recorded, now } => say(
            format!("bagian terkunci `{section}` berubah"),
            format!("tercatat sebagai {recorded}"),
            format!(
                "bila perubahan ini disengaja dan disetujui, tulis `{section}: \"{now}\"` di `locks:`; bila tidak, kembalikan teksnya"
            ),
        ),
        Fault::LockMissing { section, now } => say(
            format!("bagian terkunci `{section}` belum tercatat"),
            "terkunci, tetapi tidak ada di `locks:`",
            format!("tulis `{section}: \"{now}\"` di `locks:` pada bagian depan"),
        ),
        Fault::LockOfNothing { section } => say(
            format!("tidak ada bagian terkunci `{section}`"),
            "tercatat, tetapi tidak ada",
            format!(
                "kembalikan bagiannya dengan `{{#{section} .locked}}`; atau hapus baris ini bila kuncinya memang dilepas"
            ),
        ),
        Fault::AddendumShadows { school, policy, now } => say(
            format!("`{policy}` berubah sejak `{school}` menulis tambahannya"),
            "ditulis untuk teks yang lama",
            format!(
                "baca keduanya lagi; lalu tulis `addenda: {{ {policy}: {{ against: \"{now}\" }} }}`"
            ),
        ),
        Fault::AddendumWithoutBase { school, policy, now } => say(
            format!(
                "tambahan `{school}` untuk `{policy}` tidak menyebut teks mana yang menjadi dasarnya"
            ),
            "tidak ada `against`",
            format!(
                "baca keduanya; lalu tulis di berkas sekolah `addenda: {{ {policy}: {{ against: \"{now}\" }} }}`"
            ),
        ),
        Fault::AddendumOverLocked { section, policy } => say(
            format!("`{section}` adalah bagian terkunci dari `{policy}`"),
            "tidak boleh diganti",
            "beri judul ini jangkar lain; sekolah boleh menambah, tidak boleh mengubah yang terkunci",
        ),
        Fault::Placeholder { written } => say(
            format!("`{written}` masih kosong, seharusnya diisi"),
            "belum diisi",
            "isi, atau hapus kalimatnya",
        ),
        Fault::Unreviewed { by } => say(
            format!("protokol ini belum ditinjau oleh: {by}"),
            "belum ditinjau",
            "minta mereka membacanya, lalu tulis `done: [{ by: ..., on: ... }]`; sebelum itu situs `live` tidak memuat protokol apa pun",
        ),
        Fault::QuickTooLong { words, limit } => say(
            format!("bagian ini {words} kata; satu kartu atau satu layar ponsel memuat {limit}"),
            "terlalu panjang",
            "sisakan yang dilakukan lebih dulu; selebihnya ke langkah-langkah",
        ),
        Fault::BranchMissing { suspect } => say(
            format!("protokol ini tidak punya jalan lain bila yang diduga `{suspect}`"),
            "tidak ada",
            format!("tambahkan `{suspect}: {{ instead: ..., needs: [...] }}`"),
        ),
        Fault::BranchNamesSuspect { suspect, role } => say(
            format!("jalan lain untuk `{suspect}` menyebut peran `{role}`"),
            "yang diduga bisa memegang peran ini",
            "tulis siapa di luar sekolah yang dihubungi, dan jangan sebut peran ini di sini",
        ),
        Fault::ForbiddenDoor { suspect, service } => say(
            format!("jalan lain untuk `{suspect}` mengarah ke `{service}`"),
            "pintu ini tidak boleh dipakai di sini",
            "sebut layanan lain; lihat `forbidden_when` layanan ini",
        ),
        Fault::BranchWithoutDoor { suspect, school } => say(
            format!("jalan lain untuk `{suspect}` tidak sampai ke siapa pun di `{school}`"),
            "tidak ada layanan yang bisa dihubungi",
            "tambahkan kebutuhan yang dilayani di sana",
        ),
        Fault::OutsideMissing {} => say(
            "kebijakan ini tidak menyebut apa yang dilakukan bila yang diduga kepala sekolah atau penerima laporan",
            "tidak ada bagian `luar-sekolah`",
            "tambahkan bagian `## ... {#luar-sekolah .locked}` berisi jalan ke luar sekolah",
        ),
        Fault::ConfidentialArea { code } => say(
            format!("tempat rahasia disebut sampai `{code}`"),
            "terlalu rinci",
            "sebut wilayah yang tidak lebih kecil dari daerah ini",
        ),
        Fault::ConfidentialAddress {} => say(
            "tempat rahasia punya alamat",
            "hapus ini",
            "hapus isian ini; alamat yang tidak ditulis tidak bisa bocor",
        ),
        Fault::FallbackLoop { chain } => say(
            format!("rujukan cadangan berputar: {chain}"),
            "tidak pernah selesai",
            "akhiri pada layanan yang selalu menjawab",
        ),
        Fault::FallbackEndsEarly { last } => say(
            format!("rujukan cadangan berakhir di `{last}`, yang tidak selalu menjawab"),
            "berakhir terlalu cepat",
            "akhiri pada layanan dengan `schedules: always`",
        ),
        Fault::NoChannel {} => say(
            "layanan ini tidak punya saluran dan tidak ada alasannya",
            "tidak ada yang ditampilkan",
            "tambahkan saluran, atau tulis alasannya di `unverified:`",
        ),
        Fault::NearMiss { written, registered, owner } => say(
            format!("`{written}` hampir sama dengan `{registered}`, nomor {owner}"),
            format!("maksudnya `{registered}`?"),
            format!(
                "tulis `{registered}`, atau sebut layanannya; kalau ini memang nomor lain, hubungi dulu, lalu tambahkan ke register.yaml"
            ),
        ),
        Fault::TwoOwners { owner, other } => say(
            format!("nomor {owner} juga tertulis di {other}"),
            format!("milik {owner}"),
            "hubungi nomornya dan tanyakan milik siapa; simpan di satu catatan saja, dan sebut catatan itu sebagai `fallback` di yang lain",
        ),
        Fault::UnknownNumber { written, nearest } => say(
            format!("`{written}` tidak ada di catatan mana pun"),
            nearest.as_ref().map_or_else(
                || "nomor di dalam teks".to_owned(),
                |(number, owner)| format!("maksudnya `{number}` milik {owner}?"),
            ),
            "sebut layanannya: `<service:ID>`; nomor ditulis satu kali di `services/`, dengan tanggal pemeriksaannya",
        ),
        Fault::MangledShortCode { written, code, owner } => say(
            format!("`{written}` tidak sampai ke siapa pun; nomor {owner} adalah `{code}`"),
            "nomor pendek tanpa awalan",
            format!("tulis `{code}` saja tanpa apa pun di depannya, atau sebut layanannya"),
        ),
        Fault::ChatLink { written } => say(
            format!("tautan WhatsApp dengan `{written}` tidak sampai ke siapa pun"),
            "awali dengan 628, angka saja",
            "sebut layanannya: `<service:ID>`; tautannya dibuat di kartu layanan",
        ),
        Fault::UnknownShortCode { code } => say(
            format!("`{code}` bukan nomor pendek yang terdaftar"),
            "tidak ada di register.yaml",
            "hubungi dan tanyakan siapa yang menjawab, lalu tambahkan ke register.yaml beserta pemiliknya; atau hapus",
        ),
        Fault::ShortCodeElsewhere { code, owner } => say(
            format!("`{code}` ({owner}) belum pasti berfungsi di sini"),
            "tidak untuk wilayah ini",
            "coba hubungi dari sini; kalau dijawab, tambahkan wilayahnya ke `area` di register.yaml; kalau tidak, hapus",
        ),
        Fault::ShortCodeAlone { code, owner } => say(
            format!("`{code}` ditulis tanpa nama yang dihubungi"),
            format!("nomor {owner}"),
            "tulis nama layanannya di kalimat yang sama, atau sebut dengan `<service:ID>`",
        ),
        Fault::HiddenNumber { written, service } => say(
            format!("`{written}` adalah nomor `{service}` yang tidak ditampilkan di direktori"),
            "belum diverifikasi, kedaluwarsa, atau ditahan",
            "sebut layanannya: `<service:ID>`; nomornya muncul di kartunya setelah diperiksa",
        ),
        Fault::ChannelDueSoon { service, until, today } => say(
            format!("pemeriksaan kontak `{service}` ini berlaku sampai {until}"),
            format!("hari ini {today}"),
            "coba lagi, lalu isi `on`, `how`, dan `by`",
        ),
        Fault::ChannelOverdue { service, until, shown } => say(
            format!("pemeriksaan kontak `{service}` ini berakhir pada {until}"),
            format!("tampil sebagai terlambat sampai {shown}"),
            "coba lagi, lalu isi `on`, `how`, dan `by`",
        ),
        Fault::ChannelExpired { service, shown } => say(
            format!("kontak `{service}` ini tidak ditampilkan lagi"),
            format!("terakhir tampil {shown}"),
            "coba lagi, lalu isi `on`, `how`, dan `by`; atau hapus",
        ),
        Fault::NothingLeft { service } => say(
            format!(
                "tidak ada kontak `{service}` yang boleh tampil: semua pemeriksaannya kedaluwarsa"
            ),
            "hanya rujukan cadangan yang tampil",
            "coba lagi kontaknya, atau isi `publish: held-back`",
        ),
        Fault::UnverifiedChannel { service } => say(
            format!("kontak `{service}` ini belum diperiksa siapa pun"),
            "tidak ditampilkan",
            "coba hubungi, lalu isi `how`, `on`, dan `by`; atau tulis alasannya di `unverified:`",
        ),
        Fault::ConsentEnded { role, until, today } => say(
            format!("persetujuan menyimpan nomor `{role}` berakhir pada {until}"),
            format!("hari ini {today}"),
            "minta persetujuan lagi, atau hapus nomornya",
        ),
        Fault::Gap { school, need, hours, first } => say(
            format!(
                "tidak ada yang menjawab untuk `{need}` di `{school}` pada {hours} dari 168 jam"
            ),
            format!("pertama pada {first}"),
            "beri kebutuhan itu layanan cadangan 24 jam untuk wilayah ini",
        ),
        Fault::CheckedLater { on, today } => say(
            format!("pemeriksaan ini bertanggal {on}, hari yang belum tiba"),
            format!("hari ini {today}"),
            "tulis hari saat nomornya benar-benar dicoba",
        ),
        Fault::RoleUnfilled { role, school } => say(
            format!("belum ada `{role}` di `{school}`"),
            "peran wajib",
            format!("tambahkan `people: {{ {role}: ... }}`"),
        ),
        Fault::NoSchools {} => say(
            "daerah ini tidak punya sekolah",
            "tidak ada yang dibuat",
            "tambahkan berkas di `schools/`",
        ),
        Fault::NumberWithoutConsent {} => say(
            "nomor pribadi tanpa persetujuan",
            "tidak ada `consent_until`",
            "tanyakan kepada orangnya, lalu tulis sampai kapan ia setuju; atau hapus nomornya",
        ),
        Fault::PageTooHeavy { path, bytes, limit, parts } => say(
            format!("`{path}` {bytes} bita setelah dimampatkan; batasnya {limit}"),
            "terlalu berat",
            format!(
                "perpendek teksnya, atau pecah menjadi dua halaman; terberat: {}",
                weights(parts, part_name)
            ),
        ),
        Fault::PageFarTooHeavy { path, bytes, limit, parts } => say(
            format!(
                "`{path}` {bytes} bita setelah dimampatkan; tidak ada halaman yang boleh lebih dari {limit}"
            ),
            "jauh terlalu berat",
            format!("pecah menjadi beberapa halaman; terberat: {}", weights(parts, part_name)),
        ),
        Fault::ScriptTooHeavy { path, bytes, limit } => say(
            format!("skrip `{path}` {bytes} bita setelah dimampatkan; batasnya {limit}"),
            "terlalu berat",
            "kurangi skrip di tema",
        ),
        Fault::SiteTooHeavy { school, lang, bytes, limit, heaviest } => say(
            format!(
                "situs `{school}` dalam `{lang}` {bytes} bita setelah dimampatkan; batasnya {limit}"
            ),
            "terlalu berat",
            format!(
                "perpendek berkas yang terberat: {}",
                weights(heaviest, |it| format!("`{it}`"))
            ),
        ),
        Fault::AsksForMore { path, what } => say(
            format!("`{path}` membuat peramban mengambil berkas lain: `{what}`"),
            "mengambil berkas lain",
            "masukkan ke dalam halaman, atau hapus",
        ),
        Fault::BlockedCode { path, what } => say(
            format!("`{path}` memuat sesuatu yang akan ditolak peramban: `{what}`"),
            "ditolak",
            "pakai kelas dan lembar gaya; halaman tidak memakai formulir dan tidak memuat kode di atribut",
        ),
        Fault::FieldToFill { path, what } => say(
            format!("`{path}` punya kolom isian: `{what}`"),
            "kolom isian",
            "hapus; tulis saja siapa yang dihubungi atau ditemui",
        ),
        Fault::HeadingOrder { path, from, to } => say(
            match (from, to) {
                (_, 0) => format!("`{path}` tidak punya judul"),
                (0, to) => format!("`{path}` dimulai dengan judul tingkat {to}"),
                (_, 1) => format!("`{path}` punya dua judul tingkat 1"),
                (from, to) => {
                    format!("di `{path}` judul tingkat {to} mengikuti judul tingkat {from}")
                }
            },
            "tidak berurutan",
            "satu judul tingkat 1 di atas, dan tidak ada tingkat yang dilewati di bawahnya",
        ),
        Fault::AnchorTwice { path, anchor } => say(
            format!("`{path}` memuat jangkar `{anchor}` dua kali"),
            "dua kali",
            "beri masing-masing `id` sendiri",
        ),
        Fault::DeadLink { path, href } => say(
            format!("satu tautan di `{path}` tidak sampai ke mana-mana: `{href}`"),
            "tidak sampai ke mana-mana",
            "tautkan ke halaman dan jangkar yang ada di situs ini",
        ),
        Fault::Nameless { path, what } => say(
            format!("di `{path}` ada yang tidak bernama: `{what}`"),
            "tidak dapat dibacakan",
            "beri teks, `alt`, atau `aria-label`; hiasan diberi `aria-hidden=\"true\"`",
        ),
        Fault::TooManyFiles { host, files, limit } => say(
            format!("akan ada {files} berkas; `{host}` menerima {limit}"),
            "terlalu banyak berkas",
            "buat dengan `--layout compact`, paling banyak lima belas berkas per sekolah; atau beri sebagian sekolah situs sendiri dengan `--school`",
        ),
        Fault::UnprintableSigns { sheet, signs: lost } => say(
            format!("`{sheet}` memuat tanda yang tidak ada di huruf cetak: {}", signs(lost)),
            "tidak dapat dicetak",
            "tulis dengan huruf Latin atau Yunani, atau hapus tandanya; di kertas tercetak `[…]` sebagai gantinya",
        ),
        Fault::SheetSpills { school, sheet } => say(
            format!("`{sheet}` untuk `{school}` tidak muat di kertasnya"),
            "terlalu panjang",
            "perpendek isinya: nama, tempat dan jabatan orang, langkah protokol",
        ),
        Fault::LowContrast { text, ground, scheme, contrast, limit } => say(
            format!(
                "kontras `{text}` di atas `{ground}` {} hanya {}:1; seharusnya {}:1",
                match scheme {
                    Scheme::Light => "pada tampilan terang",
                    Scheme::Dark => "pada tampilan gelap",
                },
                hundredth(*contrast),
                hundredth(*limit)
            ),
            "sulit dibaca",
            "buat salah satu dari kedua warna di tema lebih gelap atau lebih terang",
        ),
        Fault::TellingTrace { path, trace, what } => say(
            format!("`{path}` meninggalkan {} yang terlalu jelas: `{what}`", trace_name(*trace)),
            "terlalu jelas",
            "hapus dari tema, atau pakai kata yang netral",
        ),
        Fault::BookTooHeavy { path, bytes, limit } => say(
            format!("`{path}` {bytes} bita; batasnya {limit}"),
            "terlalu berat",
            "perpendek teks yang ada di dalamnya",
        ),
        Fault::UnknownTheme { name } => say(
            format!("tidak ada tema bernama `{name}`"),
            "tidak ditemukan",
            "taruh di `themes/`, atau pakai `plain`",
        ),
        Fault::BrokenTemplate { template, why } => say(
            format!("templat `{template}` tidak jalan: {why}"),
            "templat bawaan dipakai sebagai gantinya",
            "lihat src/render/view.rs untuk isi yang tersedia",
        ),
        Fault::MissingWord { key, lang } => say(
            format!("tema tidak punya kata `{key}` dalam `{lang}`"),
            "tidak ada",
            format!("tambahkan `{key}:` di `words/{lang}.yaml`"),
        ),
        Fault::MinifyChanges { template, why } => say(
            format!("pemampatan akan mengubah isi `{template}`: {why}"),
            "dibiarkan apa adanya",
            "taruh tautan dan nomor di dalam `p`, `li`, `dd`, atau `td`, jangan berjajar di `div`",
        ),
        Fault::PictureAdvice { words, sentence } => say(
            format!(
                "ini menyarankan melihat, menyimpan, atau meneruskan gambar: {}",
                quote(sentence)
            ),
            words.clone(),
            "tulis: tidak ada yang melihat, menyalin, menyimpan, atau mengirim gambarnya; ceritakan dengan kata-kata, polisi yang memeriksa perangkat",
        ),
        Fault::SettlementAdvice { words, sentence } => say(
            format!("ini membuka jalan damai: {}", quote(sentence)),
            words.clone(),
            "kekerasan seksual terhadap anak dilaporkan dan tidak pernah didamaikan: tulis begitu, atau hapus",
        ),
        Fault::BlamingWords { words, sentence } => say(
            format!("kata-kata ini menyalahkan atau mencap anak: {}", quote(sentence)),
            words.clone(),
            "tulis apa yang dilakukan terhadap anak, dan oleh siapa; kata-katanya ada di daftar istilah",
        ),
        Fault::SecrecyPromise { words, sentence } => say(
            format!("ini menjanjikan hal yang tidak bisa ditepati: {}", quote(sentence)),
            words.clone(),
            "katakan saja siapa yang akan diberi tahu, dan mengapa",
        ),
        Fault::RemovalPromise { words, sentence } => say(
            format!("ini menjanjikan gambar akan hilang: {}", quote(sentence)),
            words.clone(),
            "tulis apa yang bisa dilakukan layanan itu, dan apa yang tidak terjangkau",
        ),
        Fault::MethodDetail { words, sentence } => say(
            format!("ini menyebut cara menyakiti diri: {}", quote(sentence)),
            words.clone(),
            "hapus caranya; tulis siapa yang menolong, sekarang dan malam ini",
        ),
        Fault::IdentityNumber { words, sentence } => say(
            format!("ini mirip nomor induk kependudukan: {}", quote(sentence)),
            words.clone(),
            "hapus, juga dari riwayat berkas; nomor seperti itu tidak pernah ada di teks ini",
        ),
        Fault::BirthDate { words, sentence } => say(
            format!("ada tanggal lahir: {}", quote(sentence)),
            words.clone(),
            "hapus; tanggal lahir siapa pun tidak ditulis di situs sekolah",
        ),
        Fault::InitialsAndClass { words, sentence } => say(
            format!("ada inisial bersama kelas atau umur: {}", quote(sentence)),
            words.clone(),
            "hapus; teman sekolahnya langsung tahu siapa yang dimaksud",
        ),
        Fault::CaseNarrative { words, sentence } => say(
            format!("ini menceritakan sebuah kasus: {}", quote(sentence)),
            words.clone(),
            "tulis apa yang perlu dilakukan, bukan apa yang terjadi; kasus tidak diceritakan, juga tanpa nama",
        ),
        Fault::PrivateMobile { words, sentence } => say(
            format!("ada nomor ponsel di dalam teks: {}", quote(sentence)),
            words.clone(),
            "pindahkan ke `people:` milik sekolah, dengan `consent_until:`, atau ke direktori; teks cukup menyebut perannya",
        ),
        Fault::DutyRota { words, sentence } => say(
            format!("ada jadwal jaga beserta nama: {}", quote(sentence)),
            words.clone(),
            "tulis di mana dan kapan orang bisa ditemui, bukan siapa sendirian di mana; jadwal jaga cukup di kertas",
        ),
        Fault::UnexplainedKpad { words, sentence } => say(
            format!("`KPAD` bisa berarti dua lembaga: {}", quote(sentence)),
            words.clone(),
            "tulis nama lengkapnya: komisi penanggulangan AIDS (KPA) atau komisi perlindungan anak daerah",
        ),
        Fault::EmergencyElsewhere { words, sentence } => say(
            format!("`{words}` tidak bekerja di sini: {}", quote(sentence)),
            "tidak ada di daerah ini",
            "sebut layanan dari direktori; bila nomor itu sekarang bekerja di sini, tambahkan wilayahnya di register.yaml beserta sumbernya",
        ),
        Fault::DeleteFirst { words, sentence } => say(
            format!(
                "ini menyarankan menghapus atau keluar sebelum bertanya kepada polisi: {}",
                quote(sentence)
            ),
            words.clone(),
            "tulis: tanya polisi dulu; fitur lapor di aplikasi bisa sekaligus menghapus percakapan",
        ),
        Fault::PhoneSearch { words, sentence } => say(
            format!("ini menyuruh memeriksa ponsel: {}", quote(sentence)),
            words.clone(),
            "tulis: ponsel tetap pada pemiliknya dan tidak dibuka; hanya polisi yang memeriksa perangkat",
        ),
        Fault::LongSentences { tenths, limit, worst } => say(
            format!(
                "rata-rata {} kata per kalimat; batas di sini {limit}",
                tenth(*tenths).replace('.', ",")
            ),
            "seluruh teks",
            format!("pecah yang terpanjang: {}", quotes(worst)),
        ),
        Fault::HardText { tenths, limit, worst } => say(
            format!(
                "teks ini setara bacaan kelas {}; batas di sini {limit}",
                tenth(*tenths).replace('.', ",")
            ),
            "seluruh teks",
            format!("pakai kata dan kalimat yang lebih pendek, mulai dari: {}", quotes(worst)),
        ),
        Fault::LongWords { share, limit, worst } => say(
            format!("{share} dari 100 kata panjang; batas di sini {limit}"),
            "seluruh teks",
            format!("pakai kata yang lebih pendek, mulai dari: {}", quotes(worst)),
        ),
        Fault::AvoidedWord { word, instead, sentence } => say(
            format!("menurut daftar istilah, `{word}` tidak dipakai: {}", quote(sentence)),
            word.clone(),
            instead.as_ref().map_or("hapus saja".to_owned(), |it| format!("tulis: {it}")),
        ),
    }
}

/// "did you mean", where there is something similar.
fn meant(nearest: Option<&str>) -> String {
    nearest.map(|it| format!("maksudnya `{it}`?")).unwrap_or_default()
}

/// A kind of thing.
fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Policy => "kebijakan",
        Kind::Protocol => "protokol",
        Kind::Page => "halaman",
        Kind::Form => "formulir",
        Kind::Service => "layanan",
        Kind::School => "sekolah",
        Kind::Role => "peran",
        Kind::Need => "kebutuhan",
        Kind::Law => "peraturan",
        Kind::Term => "istilah",
        Kind::Area => "wilayah",
        Kind::Anchor => "judul dalam teks ini",
        Kind::Slot => "isian sekolah",
        Kind::Npsn => "NPSN",
        Kind::ProtocolCode => "kode protokol",
    }
}

/// A part of a page.
fn part_name(part: &Part) -> String {
    match part {
        Part::Style => "lembar gaya".to_owned(),
        Part::Script => "skrip".to_owned(),
        Part::Frame => "bagian di sekitar teks".to_owned(),
        Part::Section(title) => quote(title),
    }
}

/// What a page leaves behind.
fn trace_name(trace: Trace) -> &'static str {
    match trace {
        Trace::Title => "judul",
        Trace::Address => "alamat",
        Trace::Words => "kata",
        Trace::Preview => "pratinjau",
        Trace::Icon => "ikon",
        Trace::Manifest => "manifes",
        Trace::Download => "nama berkas",
    }
}

/// What a value should be.
fn shape_name(shape: Shape) -> &'static str {
    match shape {
        Shape::Id => "id",
        Shape::Lang => "kode bahasa",
        Shape::Area => "kode wilayah",
        Shape::Npsn => "NPSN",
        Shape::Date => "tanggal",
        Shape::Time => "jam",
        Shape::ShortCode => "nomor pendek",
        Shape::Telephone => "nomor telepon",
        Shape::WhatsApp => "nomor WhatsApp",
        Shape::Email => "alamat surel",
        Shape::Message => "teks untuk satu SMS",
        Shape::Web => "alamat web",
        Shape::Hours => "rentang waktu",
        Shape::Colour => "warna",
        Shape::Fingerprint => "sidik teks",
        Shape::Count => "bilangan bulat",
        Shape::Flag => "`true` atau `false`",
        Shape::Text => "teks",
        Shape::List => "daftar",
        Shape::Map => "kumpulan isian",
    }
}

/// How to write it.
fn shape_help(shape: Shape) -> &'static str {
    match shape {
        Shape::Id => "huruf kecil, angka, dan tanda hubung",
        Shape::Lang => "misalnya `id`, `en`, atau `mkn`",
        Shape::Area => "misalnya `\"53.71.01.1001\"`, dengan tanda kutip",
        Shape::Npsn => "delapan angka, dengan tanda kutip",
        Shape::Date => "misalnya `2026-11-24`",
        Shape::Time => "misalnya `\"08:00\"`, dengan tanda kutip",
        Shape::ShortCode => "tiga sampai lima angka, misalnya `\"129\"`; tanpa apa pun di depannya",
        Shape::Telephone => "lengkap dengan kode area, tanpa huruf, misalnya `\"021-0000000\"`",
        Shape::WhatsApp => "mulai dengan 628, hanya angka",
        Shape::Email => "misalnya `nama@contoh.go.id`",
        Shape::Message => {
            "paling banyak 112 karakter SMS: huruf dan tanda biasa, tanpa tanda kutip lengkung atau garis panjang"
        }
        Shape::Web => "mulai dengan `https://`",
        Shape::Hours => "misalnya `72h` (jam) atau `3d` (hari)",
        Shape::Colour => "misalnya `\"#0a5a4a\"`, di dalam tanda kutip",
        Shape::Fingerprint => {
            "enam belas angka dan huruf a sampai f, seperti yang dicetak `teduh check`"
        }
        Shape::Count => "misalnya `3`",
        Shape::Flag => "tanpa tanda kutip",
        Shape::Text => "kata-kata; beri tanda kutip bila diawali tanda baca",
        Shape::List => "satu butir per baris, masing-masing diawali `- `",
        Shape::Map => "satu isian per baris, `kunci: nilai`",
    }
}

/// An error of the machine in Indonesian.
pub fn error(error: &Error) -> String {
    match error {
        Error::Read { path, .. } => format!("`{}` tidak dapat dibaca", path.display()),
        Error::Write { path, .. } => format!("`{}` tidak dapat ditulis", path.display()),
        Error::NotOurs { path } => {
            format!("`{}` bukan buatan teduh; pilih folder kosong", path.display())
        }
        Error::Busy { path } => format!(
            "`{}` sedang ditulis oleh proses teduh lain; tunggu sampai selesai",
            path.display()
        ),
        Error::Apart { path } => format!(
            "`{}` bukan bagian dari hasil yang sama: harinya atau isi berkasnya berbeda",
            path.display()
        ),
        Error::Missing { path } => format!(
            "`{}` tercatat di satu bagian tetapi tidak ada; satukan dulu berkas semua bagian",
            path.display()
        ),
        Error::NoContent { path } => format!(
            "tidak ada district.yaml di `{}`, di atasnya, atau di `content/` di bawahnya",
            path.display()
        ),
        Error::NoSchool { id, .. } => format!("tidak ada sekolah bernama `{id}`"),
        Error::NoNeed { id, .. } => format!("tidak ada kebutuhan bernama `{id}`"),
        Error::Moment(text) => format!("`{text}` bukan waktu seperti 2026-12-24T22:00"),
        Error::NoCode(code) => format!("tidak ada diagnostik bernama `{code}`"),
        Error::Port { port, why } => format!("porta {port} tidak dapat dipakai: {why}"),
        Error::Watch { path, why } => format!("`{}` tidak dapat dipantau: {why}", path.display()),
        Error::Day(text) => format!("`{text}` bukan tanggal seperti 2026-11-24"),
        Error::Template { template, why } => format!("templat `{template}` gagal: {why}"),
    }
}

/// What a code means, at length.
#[expect(clippy::too_many_lines, reason = "a table, one entry a code")]
pub fn explain(code: Code) -> &'static str {
    match code {
        Code::NotUtf8 => {
            "Semua berkas harus UTF-8. Penyunting lama di Windows kadang menyimpan dengan pengodean lain; pilih \"UTF-8\" saat menyimpan. Sebelum itu, isi berkas tidak dipakai sama sekali."
        }
        Code::TooLarge => {
            "Teks lebih dari 4 MiB pasti keliru: hasil pindai, ekspor, atau catatan sistem. Berkas itu tidak dibaca supaya satu berkas tidak menghentikan seluruh daerah."
        }
        Code::IsLink => {
            "Tautan simbolis tidak diikuti karena bisa mengarah ke luar folder dan menerbitkan berkas yang tidak dimaksudkan."
        }
        Code::Unreadable => {
            "Sistem menolak memberikan berkas ini. Penyebabnya bisa izin berkas, penyimpanan jaringan, atau program lain."
        }
        Code::NoProfile => {
            "Kumpulan isi dikenali dari `district.yaml`: siapa daerahnya, perannya, kebutuhannya. Tanpa itu berkas lain tidak bisa dinilai."
        }
        Code::UnknownFile => {
            "Folder catatan hanya berisi catatan. Berkas dengan akhiran lain, atau dalam folder sendiri, dilewati; biasanya namanya salah tulis."
        }
        Code::BadFileName => {
            "Id sebuah catatan adalah nama berkasnya, dan menjadi bagian alamat situs. Huruf besar, spasi, dan tanda aksen berbeda di tiap sistem, jadi ditolak."
        }
        Code::FrontMatter => {
            "Kebijakan, protokol, dan halaman diawali baris `---`, lalu isian, lalu baris `---`, lalu teksnya."
        }
        Code::NotYaml => {
            "Berkas ini tidak terbaca sebagai YAML. Penyebab umum: teks dengan `: ` atau ` #` tanpa tanda kutip, tab, kurung yang tidak ditutup. Jangkar dan alias (`&`, `*`) tidak dipakai di sini dan ditolak."
        }
        Code::EmptyFile => "Berkas kosong adalah catatan yang dimulai lalu terlupa.",
        Code::ReservedCharacter => {
            "Karakter private use (U+E000 sampai U+F8FF) menandai tempat data tiap sekolah dimasukkan. Di dalam teks karakter itu tidak tampil, dan bisa tertukar dengan tanda tersebut."
        }
        Code::TooDeep => {
            "Teks dengan lebih dari dua lusin tingkat pasti salah ketik, dan tidak ada layar kecil yang bisa menampilkannya."
        }
        Code::UnknownField => {
            "Isian yang salah tulis akan hilang diam-diam; bisa jadi di dalamnya ada nomor telepon. Karena itu isian tak dikenal adalah galat. docs/content.md memuat semuanya."
        }
        Code::MissingField => "Catatan ini tidak dapat dipakai tanpa isian tersebut.",
        Code::WrongValue => "Nilainya tidak berbentuk seperti yang diperlukan isian ini.",
        Code::DuplicateKey => {
            "Kebanyakan pembaca YAML menyimpan yang terakhir dari dua kunci yang sama tanpa berkata apa-apa. Dalam direktori nomor telepon, satu nomor akan hilang."
        }
        Code::NotOneOf => {
            "Isian ini hanya menerima beberapa kata. Daftarnya ada di docs/content.md."
        }
        Code::BadAreaLine => "`areas.csv` diawali judul `code,name`, lalu satu wilayah per baris.",
        Code::UnknownLanguage => {
            "Kata-kata dalam bahasa yang tidak ada di `languages` tidak pernah ditampilkan."
        }
        Code::AreaWithoutParent => {
            "Kode wilayah berbentuk pohon: kelurahan di bawah kecamatan, kecamatan di bawah kota, kota di bawah provinsi. Bila satu tingkat hilang, layanan untuk kota tidak ditemukan untuk kelurahannya."
        }
        Code::NotAcceptable => {
            "Temuan tentang berkas (01), rujukan (03), serta nomor dan tempat (05) tidak bisa diterima begitu saja: tautan mati atau nomor salah bukan soal pendapat. Kode yang tidak ada juga tidak bisa diterima."
        }
        Code::AcceptedNothing => {
            "Temuan yang diterima tetapi sudah tidak ada akan menyembunyikan temuan serupa berikutnya. Isian ini dihapus setelah teksnya benar."
        }
        Code::Dangling => {
            "Rujukan ini menyebut sesuatu yang tidak ada. Di halaman, itu menjadi tautan mati, atau tidak ada yang bisa dihubungi."
        }
        Code::ForbiddenLink => {
            "Tautan mengarah ke alamat `https:`, ke judul (`#...`), atau dengan skema kita ke catatan. Yang lain bisa menjalankan skrip (`javascript:`), membocorkan (`http:`), atau menyembunyikan nomor dari pemeriksaan (`tel:`, `wa.me`)."
        }
        Code::DuplicateId => "Dua isian memakai id yang sama. Hanya satu yang akan tampil.",
        Code::OrphanTranslation => {
            "Terjemahan bernama sama dengan teks aslinya, ditambah kode bahasa: `aduan.md`, `aduan.en.md`."
        }
        Code::OrphanAddendum => {
            "Berkas `schools/SEKOLAH/KEBIJAKAN.md` menambah kebijakan yang sudah ditetapkan sekolah itu."
        }
        Code::PolicyOverdue => {
            "Kebijakan yang lewat tanggal tinjauan bisa berdasar peraturan yang sudah dicabut atau menyebut orang yang sudah pindah. Kebijakan itu tetap tampil dengan catatan terlambat."
        }
        Code::RawHtml => {
            "Teks ditulis dengan Markdown. HTML bisa membawa skrip, memuat sesuatu dari situs lain, atau menyembunyikan nomor dari pemeriksaan."
        }
        Code::HeadingSkipped => {
            "Pengguna pembaca layar mencari jalan lewat judul. Judul halaman adalah tingkat 1; teks dimulai dari `##`."
        }
        Code::UnfilledSlot => {
            "Kebijakan menyediakan tempat untuk hal yang hanya diketahui sekolah: letak kotak aduan, siapa menyimpan berkas. Tempat kosong dalam kebijakan yang terbit tidak menolong siapa pun. Di daerah yang sudah terbit (live) ini galat."
        }
        Code::MissingTranslation => {
            "Situs punya bahasa ini, teksnya belum. Halaman menampilkan bahasa utama dan menyebutkannya."
        }
        Code::UnevenTranslation => {
            "Langkah dicocokkan menurut urutannya. Bila kurang satu, kata-kata sebuah langkah akan berdampingan dengan peran dan waktu langkah lain."
        }
        Code::StepsOutOfOrder => {
            "Langkah ditampilkan menurut waktu: satu jam pertama, 24 jam, 72 jam, tujuh hari, tindak lanjut. Langkah yang mundur dalam waktu akan terbaca terlambat."
        }
        Code::NotNeutral => {
            "Anak mungkin berbagi ponsel dengan orang yang menyakitinya. Riwayat peramban menampilkan alamat dan judul tab, jadi keduanya tidak boleh menyebut isi halaman."
        }
        Code::Image => {
            "Satu halaman terbaca setelah satu permintaan. Gambar memakan waktu dan pulsa anak di ponsel lambat, dan bisa membuat seseorang dikenali."
        }
        Code::LawEnded => {
            "`basis:` sebuah kebijakan, protokol, atau halaman menyebut peraturan yang menurut daftar hukum sudah dicabut atau diganti pada hari pembuatan situs. Teksnya mungkin memberi tugas kepada lembaga yang sudah tidak ada. Baca dulu dengan peraturan yang berlaku, baru ganti namanya."
        }
        Code::LawEndedCited => {
            "Sebuah teks menyebut peraturan yang sudah berakhir, lewat tautan atau nomornya, seolah masih berlaku. Peraturan itu boleh disebut bila teks yang sama mengatakan sudah dicabut, di dalam catatan (`> [!NOTE]`), di daftar hukum, dan di daftar istilah."
        }
        Code::OldSystemWord => {
            "Peraturan di laws.yaml mencantumkan `words:`, kata-kata dari sistem yang dibuatnya. Setelah peraturan berakhir, orang yang mencari lembaga itu tidak menemukan siapa pun. Tulis siapa yang mengerjakannya sekarang. Di catatan, atau dengan kata \"dulu\", kata lama boleh tetap ada untuk orang yang mencarinya."
        }
        Code::UnfoundedDeadline => {
            "Sebuah kalimat berkata bahwa hukum memberi batas sekian jam atau hari. Kalimat itu menyebut peraturan yang memuat rentang tersebut di `deadlines:`, atau mengatakan bahwa ini cara kerja sekolah sendiri. Batas waktu karangan membuat orang menunggu, atau takut pada hukuman yang tidak ada."
        }
        Code::LockChanged => {
            "Bagian bertanda `.locked` disetujui kata demi kata. Sidik teksnya tertulis di `locks:` pada bagian depan; kata-katanya sekarang berbeda. Tanda huruf dan ganti baris tidak dihitung; kata, tautan, dan isian dihitung. Bila perubahan disetujui, catat sidik yang baru; riwayat berkas lalu menunjukkan siapa yang mengubah, dan kapan."
        }
        Code::LockMissing => {
            "Bagian bertanda `.locked` belum punya sidik di `locks:`. Tanpa itu tidak ada yang tahu bila teksnya berubah."
        }
        Code::LockOfNothing => {
            "`locks:` mencatat bagian yang tidak ada di teks, atau tidak lagi bertanda `.locked`. Mungkin bagiannya hilang, mungkin kuncinya dilepas."
        }
        Code::AddendumShadows => {
            "Tambahan sekolah ditulis di samping teks yang sejak itu berubah. Sekarang tambahan itu bisa mengulang, bertentangan, atau menyebut hal yang sudah tidak ada. Seseorang di sekolah membaca keduanya lalu mencatat sidik yang baru."
        }
        Code::AddendumWithoutBase => {
            "Tambahan sekolah mencatat sidik kebijakan yang menjadi dasarnya, supaya perubahan kebijakan itu kelak ketahuan."
        }
        Code::AddendumOverLocked => {
            "Tambahan sekolah punya judul dengan jangkar milik bagian terkunci. Tautan bisa mengarah ke salah satunya, dan terbaca seolah sekolah mengganti hal yang tidak boleh diubah."
        }
        Code::Placeholder => {
            "Tulisan seperti `[nama sekolah]`, `....`, atau `XXX` terbawa dari templat. Di halaman yang terbit, orang tidak sampai ke mana-mana. Di daerah yang sudah terbit (live) ini galat."
        }
        Code::Unreviewed => {
            "Protokol dipakai orang yang takut dan terburu-buru. Peninjau yang disebut di dalamnya (psikolog, unit PPA kepolisian, ahli hukum) harus membacanya lebih dulu. Distrik `live` tidak dibangun selama masih ada yang belum. Pada contoh tidak ada laporan; `teduh check --reviews` mendaftar yang belum."
        }
        Code::QuickTooLong => {
            "Bentuk ringkas protokol, dan setiap jalan bila seseorang diduga, harus muat di satu layar ponsel atau satu kartu A6: paling banyak 90 kata, termasuk nama layanan dan peran. Pemakainya hanya punya lima menit."
        }
        Code::BranchMissing => {
            "Bila orang yang harus diberi tahu mungkin pelakunya, protokol harus menyebut ke mana beralih: paling sedikit bila yang diduga kepala sekolah, penerima laporan, atau belum diketahui."
        }
        Code::BranchNamesSuspect => {
            "Pada jalan lain untuk seorang yang diduga, peran yang mungkin dipegangnya tidak boleh disebut: nama yang tercetak di sana bisa jadi nama orang yang ditakuti. Ini berlaku juga untuk tambahan sekolah."
        }
        Code::ForbiddenDoor => {
            "Beberapa pintu tidak boleh dipakai bila yang diduga orang tertentu: bukan kantor tempat ia bekerja."
        }
        Code::BranchWithoutDoor => {
            "Jalan lain harus berakhir pada seseorang yang bisa dihubungi dari sekolah ini."
        }
        Code::OutsideMissing => {
            "Setiap kebijakan mencetak jalan bila yang diduga adalah kepala sekolah atau penerima laporan. Bagian itu berjangkar `luar-sekolah`, supaya bisa diperiksa aturan."
        }
        Code::NumberShape => {
            "Nomornya tidak lengkap, atau diberi awalan sehingga tidak bisa dihubungi. Nomor pendek tanpa awalan: `021-129` dan `+62129` tidak sampai ke siapa pun. Tautan WhatsApp diawali 628; dengan 0 di depan tidak sampai. Huruf di dalam nomor ditolak, karena ponsel mengubah huruf menjadi angka dan menghubungi orang lain."
        }
        Code::ConfidentialArea => {
            "Kelurahan sebuah rumah aman sudah cukup untuk menemukannya. Tempat rahasia boleh menyebut daerah ini atau yang lebih luas."
        }
        Code::ConfidentialAddress => {
            "Satu-satunya alamat yang tidak bisa bocor adalah alamat yang tidak ditulis."
        }
        Code::FallbackLoop => {
            "Orang yang mengikuti rujukan ini pada malam hari akan berputar-putar."
        }
        Code::FallbackEndsEarly => {
            "Setiap rantai rujukan cadangan berakhir pada layanan 24 jam; kalau tidak, ada jam ketika tidak ada yang menjawab."
        }
        Code::NoChannel => {
            "Layanan yang belum bisa dihubungi ditampilkan bersama alasannya dan ke mana bisa beralih."
        }
        Code::NearMiss => {
            "Setiap deretan tujuh angka atau lebih, di mana pun di repositori dan bagaimana pun ditulisnya, dibandingkan dengan register.yaml. Kalau bedanya dengan nomor terdaftar hanya satu atau dua angka, hampir selalu itu nomor yang sama dengan salah ketik. Nomor salah seperti itu sudah beredar, dan anak yang menghubunginya sampai ke orang asing atau tidak ke siapa pun. Kalau itu memang nomor lain, hubungi dulu, lalu daftarkan beserta pemiliknya: sesudah itu keduanya dibedakan."
        }
        Code::TwoOwners => {
            "Satu nomor punya satu pemilik. Kalau dua catatan memuat nomor yang sama, salah satunya mengirim orang ke lembaga yang salah, dan saat nomornya berganti hanya satu yang diperbaiki. Isian `service:` di register.yaml menyebut catatan mana yang memuat nomor itu. Satu orang boleh memegang dua peran di satu sekolah dengan satu nomor."
        }
        Code::UnknownNumber => {
            "Nomor disimpan di direktori. Di sana setiap nomor punya tanggal pemeriksaan dan hilang sendiri kalau tidak diperiksa lagi. Nomor di dalam teks tidak punya itu. Teks menyebut layanan; tempat nomor hanya register.yaml dan `services/`. Tanggal, jumlah uang, kode wilayah, nomor peraturan, NPSN, dan alamat halaman tidak dianggap nomor telepon."
        }
        Code::MangledShortCode => {
            "Nomor pendek dihubungi apa adanya. `021-129`, `(0380) 110`, dan `+62129` tercetak di banyak tempat dan tidak sampai ke siapa pun."
        }
        Code::ChatLink => {
            "Tautan WhatsApp memuat nomor dengan kode negara dan tidak ada yang lain: `628` dan seterusnya. Dengan 0 di depan, `+`, spasi, atau kurung, yang terbuka adalah halaman yang berkata nomornya tidak ada."
        }
        Code::UnknownShortCode => {
            "Nomor pendek sangat mirip satu sama lain: 110, 112, 119, dan 129 berbeda satu angka saja, jadi satu salah ketik sudah menjadi nomor lain. Karena itu nomor pendek tidak dibandingkan kemiripannya, tetapi dicari: yang tidak ada di register.yaml beserta pemilik dan sumbernya tidak boleh ada di layanan atau sesudah kata seperti \"telepon\"."
        }
        Code::ShortCodeElsewhere => {
            "Sebagian nomor pendek hanya berfungsi di daerah yang memasangnya, misalnya 112. Isian `area` di register.yaml menyebut daerahnya; daftar kosong berarti tidak di daerah ini. Di tempat lain tidak ada yang menjawab."
        }
        Code::ShortCodeAlone => {
            "Nomor pendek diingat bersama namanya. \"Telepon 129\" dengan satu salah ketik sudah menjadi layanan lain, dan tidak ada yang menyadarinya; pada \"SAPA 129\" kesalahannya terlihat. Nama layanan atau pemiliknya harus ada di kalimat yang sama."
        }
        Code::HiddenNumber => {
            "Direktori menyembunyikan nomor yang belum diperiksa, atau yang tidak diperiksa lagi pada waktunya. Nomor yang sama di dalam teks akan tetap tampil. Di daerah yang sudah terbit (live) ini galat."
        }
        Code::ChannelDueSoon => {
            "Masa berlaku pemeriksaan diatur di district.yaml pada `validity`: 180 hari, untuk layanan nasional 90, untuk yang hanya berdasar halaman resmi 60. Beberapa hari sebelum habis muncul peringatan ini, supaya nomornya tidak sampai tampil sebagai terlambat."
        }
        Code::ChannelOverdue => {
            "Pemeriksaannya seharusnya sudah diulang. Nomor masih tampil, di bawah nomor yang baru diperiksa dan dengan tanda terlambat, dan bagian atas direktori menyebutkannya; setelah jumlah hari di `validity.overdue` nomor itu hilang."
        }
        Code::ChannelExpired => {
            "Tidak ada lagi yang tahu apakah nomor ini dijawab, jadi tidak ditampilkan. Kartunya menunjukkan ke mana bisa beralih."
        }
        Code::NothingLeft => {
            "Semua kontak layanan ini pernah diperiksa dan tidak satu pun pemeriksaannya masih berlaku. Kartunya berkata nomornya perlu diperiksa ulang, dan menampilkan rujukan cadangan. Di daerah yang sudah terbit (live) ini galat."
        }
        Code::UnverifiedChannel => {
            "Kontak dengan `how: unverified` tidak pernah ditampilkan. Di daerah yang sudah terbit (live) ini galat: coba hubungi, atau hapus. Di contoh (sample) dilaporkan bila layanannya tidak menulis alasannya di `unverified:`."
        }
        Code::ConsentEnded => {
            "Nomor pribadi disimpan hanya selama orangnya setuju. Nomor orang tidak pernah tampil di halaman, dengan atau tanpa persetujuan; kalau persetujuannya habis, nomornya juga harus keluar dari repositori."
        }
        Code::Gap => {
            "Untuk setiap sekolah, kebutuhan, dan masing-masing dari 168 jam dalam minggu yang dimulai hari ini harus ada yang menjawab: jam buka, hari libur, wilayah, umur, dan rujukan cadangan diikuti. `teduh gaps` mencetak semua celah, `teduh who` menjelaskan satu jam."
        }
        Code::CheckedLater => {
            "Satu salah ketik pada tahun membuat nomor tetap tampil bertahun-tahun sesudah terakhir kali dicoba orang."
        }
        Code::RoleUnfilled => {
            "Protokol berkata \"beri tahu penerima laporan\"; di sekolah ini belum ada."
        }
        Code::NoSchools => "Situs dibuat untuk tiap sekolah; di sini belum ada sekolah.",
        Code::NumberWithoutConsent => {
            "Nomor pribadi seorang guru hanya ditampilkan dengan persetujuannya, dan persetujuan itu ada batas waktunya."
        }
        Code::PageTooHeavy => {
            "Pembaca mungkin memakai jaringan 2G dan membayar per megabita. Batas ini untuk halaman seperti saat dikirim, dimampatkan dengan gzip -9."
        }
        Code::PageFarTooHeavy => {
            "Peladen mengirim sejumlah bita sebelum menunggu jawaban. Selebihnya menambah satu putaran lagi, hampir satu detik di jaringan 2G, jadi tidak ada halaman yang boleh lebih berat."
        }
        Code::ScriptTooHeavy => {
            "Setiap halaman berfungsi tanpa skrip. Yang ditambahkan skrip harus sekecil mungkin sehingga tidak terasa di jaringan 2G."
        }
        Code::SiteTooHeavy => {
            "Seluruh situs harus muat di ponsel apa pun, dan biaya mengambilnya tidak lebih dari sebuah foto. `teduh check --site` menimbang setiap berkas setiap sekolah; halaman yang diambil ponsel dalam satu paket ditimbang sebagai paket itu."
        }
        Code::AsksForMore => {
            "Satu halaman dikirim sekaligus: di jaringan 2G setiap berkas tambahan berarti satu putaran lagi, dan berkas dari tempat lain memberi tahu pihak lain siapa yang membaca apa."
        }
        Code::BlockedCode => {
            "Peladen diberi tahu bahwa di halaman hanya lembar gaya dan skripnya sendiri yang boleh berjalan. Gaya atau kode di atribut, dan formulir, tidak akan berfungsi."
        }
        Code::FieldToFill => {
            "Anak yang melihat kolom isian akan menuliskan kejadiannya di situ, dan mengira ada yang membaca. Tidak ada: halaman ini tidak mengirim apa pun. Satu-satunya kolom menyaring indeks, di halaman untuk pegawai, bila skrip berjalan."
        }
        Code::HeadingOrder => {
            "Orang yang tidak dapat melihat halaman menelusurinya lewat judul. Tingkat yang dilewati tampak seperti bagian yang hilang."
        }
        Code::AnchorTwice => {
            "Tautan ke sebuah jangkar menuju yang pertama; yang kedua tidak pernah dapat dicapai."
        }
        Code::DeadLink => {
            "Setiap tautan di dalam situs diikuti saat situs dibuat. Tautan yang putus menghentikan orang yang sedang mencari bantuan."
        }
        Code::Nameless => {
            "Pembaca layar menyebut nama tautan dan gambar. Tanpa nama ia diam, atau menyebut alamatnya."
        }
        Code::TooManyFiles => {
            "Layanan situs menghitung berkas. Cloudflare Pages menerima 20.000 seluruhnya, Netlify 54.000 per folder. Selebihnya ditolak, atau diam-diam tidak dimuat. `teduh build --layout compact` menggabungkan halaman yang dibaca dengan tenang, sehingga satu sekolah dengan dua bahasa paling banyak lima belas berkas."
        }
        Code::UnprintableSigns => {
            "Lembar dicetak dengan huruf bawaan, supaya di mana pun sama. Huruf itu memuat aksara Latin dan Yunani. Tanda yang tidak ada akan menjadi kotak kosong, dan kotak bisa dikira angka; maka dicetak `[…]`. Angka dari aksara lain dicetak sebagai angka yang bisa ditekan. Tautan, nomor dan halaman situs tidak berubah."
        }
        Code::SheetSpills => {
            "Poster yang baris akhirnya jatuh di halaman kedua akan ditempel tanpa baris itu, dan kartu yang teksnya melewati tepi tidak terbaca. Huruf terkecil sudah dicoba. `teduh print` dan `teduh build` mengatakannya untuk lembar yang dibuatnya, `teduh check --site` untuk semua."
        }
        Code::LowContrast => {
            "Ukurannya WCAG 2.2 tingkat AA. Bayangkan layar tua di bawah matahari. Warna adalah properti `:root` di lembar gaya tema: `--ink`, `--soft`, `--leaf`, `--now`, `--wait` di atas `--paper`, `--card`, `--tint`, `--hot`, `--warm`."
        }
        Code::TellingTrace => {
            "Orang berikutnya yang memegang ponsel melihat riwayat, tab, percakapan, dan unduhan. Judul dan alamat halaman yang mungkin dibuka anak harus netral; halaman di balik tombol keluar tidak boleh memuat satu kata pun tentang hal ini; dan tidak ada halaman yang boleh membawa pratinjau, ikon, manifes, atau nama berkas yang terlalu jelas."
        }
        Code::BookTooHeavy => {
            "Berkas yang memuat semuanya diteruskan dari ponsel ke ponsel. Aplikasi percakapan tidak memampatkannya, jadi batasnya berlaku untuk ukuran apa adanya."
        }
        Code::UnknownTheme => "`theme:` di district.yaml menyebut sebuah folder di `themes/`.",
        Code::BrokenTemplate => {
            "Sebuah templat dari tema daerah tidak terbaca atau tidak jalan. Templat bawaan menggantikannya supaya situs tetap bisa dibuat."
        }
        Code::MissingWord => {
            "Semua kalimat tema ada di `words/BAHASA.yaml`, untuk setiap bahasa daerah."
        }
        Code::MinifyChanges => {
            "Pemampatan membuang spasi, dan di antara dua tautan dalam `div` itu satu-satunya yang memisahkan dua nomor telepon. Program membandingkan apa yang terbaca sebelum dan sesudahnya; bila berbeda, teks dibiarkan seperti semula."
        }
        Code::PictureAdvice => {
            "Sebuah kalimat menyarankan melihat, memotret layar, menyimpan, mencetak, meminta, atau meneruskan gambar. Bila gambar itu mungkin gambar seksual anak, setiap salinan melukai lagi dan bisa menjadi pidana, juga \"sebagai bukti\". Teks menyampaikannya dengan kata-kata; polisi yang memeriksa perangkat. Kalimat yang melarang tidak dipermasalahkan, begitu pula gambar jenis lain (foto profil, kegiatan sekolah, hinaan yang tidak seksual)."
        }
        Code::SettlementAdvice => {
            "Sebuah kalimat menawarkan mediasi, damai antarkeluarga, denda adat, permintaan maaf yang menyelesaikan perkara, atau pernikahan. Kekerasan seksual terhadap anak tidak didamaikan; tawarannya saja sudah menekan anak. Daftar layanan yang menyebut mediasi juga ditemukan. Kalimat yang menolak tidak dipermasalahkan, begitu pula pertengkaran biasa."
        }
        Code::BlamingWords => {
            "Kata-kata ini menjadikan anak sebagai penyebab, atau memberi cap: lewat pakaian, gaya hidup, keluarga, persetujuan, atau nama kejahatan. Anak yang membacanya tidak akan bercerita. Mengutip untuk menolaknya boleh."
        }
        Code::SecrecyPromise => {
            "Kata-kata ini menjanjikan bahwa tidak ada yang diberi tahu, tidak ada akibat, atau semua akan baik. Orang dewasa di sekolah harus meneruskan laporan; janji yang terpaksa dilanggar menghabiskan kepercayaan anak. Nama pelapor dan alamat rumah aman boleh disebut dirahasiakan."
        }
        Code::RemovalPromise => {
            "Tidak ada layanan yang bisa menghapus gambar di semua tempat; aplikasi bersandi tidak terjangkau. Janji yang gagal kembali menimpa anak."
        }
        Code::MethodDetail => {
            "Ada kata tentang cara menyakiti atau membunuh diri, di dekat kata bunuh diri atau menyakiti diri. Rincian bisa menjadi pelajaran. Ajakan menjauhkan benda berbahaya tidak dipermasalahkan."
        }
        Code::IdentityNumber => {
            "Enam belas angka yang berpola nomor induk kependudukan (NIK). Nomor itu membuka data bank, sekolah, dan kesehatan seseorang."
        }
        Code::BirthDate => {
            "Tanggal lahir menunjuk satu anak di sebuah sekolah. Umur sebagai aturan (\"di bawah 16 tahun\") boleh."
        }
        Code::InitialsAndClass => {
            "Inisial tidak menyembunyikan apa pun dari orang yang tahu kelas atau umurnya. Hukum merahasiakan identitas anak korban, saksi, dan yang diduga melakukan."
        }
        Code::CaseNarrative => {
            "Sebuah kalimat menceritakan apa yang terjadi pada seseorang: siapa, umur berapa, berapa orang, oleh siapa, apa hukumannya. Orang yang ada di sana mengenalinya, dan anak itu juga. Contoh karangan untuk latihan mengatakan bahwa itu karangan dan tidak memuat rincian seperti itu."
        }
        Code::PrivateMobile => {
            "Nomor ponsel di dalam teks lolos dari aturan nomor: tidak ada yang memeriksanya, persetujuannya tidak pernah berakhir. Bisa jadi itu nomor pribadi seseorang."
        }
        Code::DutyRota => {
            "Nama bersama hari memberi tahu orang asing siapa berada di mana, sendirian dengan anak, atau kapan tidak ada orang. Jadwal jaga cukup di kertas."
        }
        Code::UnexplainedKpad => {
            "Di satu daerah `KPAD` berarti komisi penanggulangan AIDS, di daerah lain komisi perlindungan anak. Anak yang mau melapor jangan sampai salah pintu. Tulis nama lengkapnya."
        }
        Code::EmergencyElsewhere => {
            "Daftar nomor menyebut di mana nomor pendek seperti 112 bekerja. Teks ini menyuruh orang memakainya di sini, padahal tidak bekerja. Dalam bahaya, menit terbuang."
        }
        Code::DeleteFirst => {
            "Menghapus percakapan, menutup akun, atau keluar dari grup bisa menghilangkan hal yang diperlukan polisi, dan fitur lapor di aplikasi bisa sekaligus menghapusnya. Tanya polisi dulu; kalimat yang berkata begitu tidak dipermasalahkan."
        }
        Code::PhoneSearch => {
            "Razia dan pemeriksaan ponsel menakuti anak yang disakiti, dan membuat guru melihat gambar yang tidak boleh dilihat siapa pun. Kalimat yang melarangnya tidak dipermasalahkan."
        }
        Code::LongSentences => {
            "Rata-rata kata per kalimat: paling banyak 12 untuk anak, 16 untuk yang lain. Orang yang takut membaca kalimat pendek. Hanya bahasa Indonesia yang diukur."
        }
        Code::HardText => {
            "Tingkat kelas dihitung dari panjang kalimat dan jumlah suku kata; suku kata Indonesia dihitung enam persepuluh karena kata Indonesia lebih panjang daripada kata Inggris yang sama sulitnya. Angka ini membandingkan teks, bukan menguji pembaca. Minta anak muda membacanya."
        }
        Code::LongWords => {
            "Bagian kata yang lebih dari empat suku setelah imbuhannya dilepas (me-, pe-, ber-, -kan, -i, dan lainnya)."
        }
        Code::AvoidedWord => {
            "terms.yaml mencantumkan kata ini di `avoid:`, dan gantinya di `instead:`. Kalimat yang melarang memakainya tidak dipermasalahkan."
        }
    }
}

/// "since ...", where a day is known.
fn ended(on: Option<Date>) -> String {
    on.map(|it| format!(" sejak {it}")).unwrap_or_default()
}

/// What took a law's place.
fn replaced(successor: Option<&str>, since: Option<Date>) -> String {
    match (successor, since) {
        (Some(successor), Some(since)) => format!("diganti {successor} pada {since}"),
        (Some(successor), None) => format!("diganti {successor}"),
        (None, _) => "penggantinya tidak disebut di laws.yaml".to_owned(),
    }
}
