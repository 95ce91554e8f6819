//! Tables about pictures, chats and phones: nobody looks, keeps or passes on;
//! nothing is deleted before the police were asked; nobody searches.

use super::book::{Excuse, Names, Rule};
use crate::diag::code::Fault;

/// What lets advice about things pass.
const EXCUSES: &[Excuse] = &[
    Excuse::Denied,
    Excuse::Condemned,
    Excuse::Condition,
    Excuse::Asked,
    Excuse::Reported,
    Excuse::Quoted,
    Excuse::Sign,
];

/// Advice to view, keep, copy, ask for or pass on pictures.
pub const PICTURES: Rule = Rule {
    fault: |words, sentence| Fault::PictureAdvice { words, sentence },
    groups: &[
        // Keeping, copying, showing, sending.
        (
            "handle",
            "~simpan ~salin ~kopi ~rekam ~unduh ~cetak ~kirim sebar sebarkan menyebar menyebarkan masukkan memasukkan bagikan membagikan dibagikan bagikanlah ~unggah ~serah ~lampir ~serta \
            ~kumpul ~ambil ~minta ~tunjuk ~perlihat ~lihat ~tonton ~periksa ~dokumentasi ~arsip ~foto ~potret ~cek ~abadi ~pindah ~ganda ~putar ~tampil \
            ~tempel ~cari ~amankan ~cadang ~titip berikan memberikan diberikan bawa membawa siapkan menyiapkan dapatkan \
            teruskan meneruskan diteruskan teruskanlah meneruskannya sertakan kirimkan buka membuka dibuka \
            save saves keep keeps store stores copy copies record print forward forwards send sends share shares \
            upload attach collect collects put move back_up bring give provide get examine review check include preserve secure paste \
            take takes show shows view watch look look_at open download",
        ),
        // Taking a picture of the screen; needs no object.
        ("shoot", "screenshot screenshots ss-kan discreenshot menscreenshot screenshotlah"),
        ("screen", "layar screen"),
        (
            "picture",
            "gambar foto video rekaman stiker konten_intim konten_seksual materi_seksual tangkapan_layar tangkapan \
            screenshot screenshots screen-shot picture pictures photo photos image images video videos footage",
        ),
        ("evidence", "bukti evidence"),
        // Pictures of another kind.
        (
            "harmless",
            "profil kegiatan acara wisuda upacara kunjungan karya perpisahan kelulusan papan_pengumuman trip graduation pelajaran pembelajaran logo poster ktp identitas keluarga pentas lomba \
            profile lesson event peta bukti_transfer struk pembayaran izin seleksi ijazah kamera_sekolah cctv palsu_itu",
        ),
        ("insult", "nonseksual non-seksual hinaan ~hina ejekan ~ejek insult insults"),
    ],
    patterns: &[
        "@handle ..5 @picture but:@harmless but:@insult",
        "@shoot but:@insult",
        "~potret|~rekam|~foto|~tangkap @screen but:@insult",
        "@picture yang ..2 !~simpan|~kirim|~serah|~salin|~cetak|~unggah|~lampir|~kumpul|~foto|~pindah|~arsip but:@harmless but:@insult",
        "@picture ..5 !~simpan|~kirim|~serah|~salin|~cetak|~unggah|~lampir|~kumpul|~foto|~pindah|~arsip but:@harmless but:@insult",
    ],
    excuses: EXCUSES,
    names: Names::Deeds,
    opposite: "lose",
};

/// Advice to delete a chat or leave a group before the police were asked.
pub const DELETING: Rule = Rule {
    fault: |words, sentence| Fault::DeleteFirst { words, sentence },
    groups: &[
        ("delete", "~hapus delete deletes erase remove"),
        (
            "chat",
            "percakapan chat obrolan pesan akun riwayat_chat semuanya bukti everything all conversation chats account messages",
        ),
        ("group", "grup group"),
        // Somebody was asked before.
        ("asked", "setelah sesudah sesuai dulu tanya bertanya tanyakan after ask first advised"),
    ],
    patterns: &["@delete ..3 @chat but:@asked", "keluar|tinggalkan|leave ..2 @group but:@asked"],
    excuses: EXCUSES,
    names: Names::Deeds,
    opposite: "",
};

/// Raids, and looking through phones.
pub const SEARCHING: Rule = Rule {
    fault: |words, sentence| Fault::PhoneSearch { words, sentence },
    groups: &[
        (
            "search",
            "~periksa ~geledah ~sita ~cek search searches inspect confiscate confiscates ~bongkar",
        ),
        (
            "phone",
            "ponsel hp hape gawai telepon_genggam galeri tas phone phones device devices bags",
        ),
        ("police", "polisi penyidik police"),
    ],
    patterns: &[
        "@search ..5 @phone but:@police",
        "suruh|menyuruh|minta|meminta|paksa|memaksa|make|force ..3 buka|membuka|open ..2 @phone but:@police",
        "take|ambil|mengambil ..2 phone|phones|ponsel|hp ..4 hukuman|punishment",
        "@phone ..3 !~periksa|~sita|~geledah|searched|inspected|confiscated but:@police",
        "~razia ..4 @phone",
        "razia|raid|raids",
    ],
    excuses: EXCUSES,
    names: Names::Deeds,
    opposite: "",
};
