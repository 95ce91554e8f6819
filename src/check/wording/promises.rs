//! Tables about promises that nobody can keep.

use super::book::{Excuse, Names, Rule};
use crate::diag::code::Fault;

/// What lets a promise pass.
const EXCUSES: &[Excuse] = &[Excuse::Denied, Excuse::Condemned, Excuse::Asked, Excuse::Quoted];

/// A promise of secrecy, of no consequence, or that all will be well.
pub const SECRECY: Rule = Rule {
    fault: |words, sentence| Fault::SecrecyPromise { words, sentence },
    groups: &[
        (
            "secret",
            "rahasia ~rahasia merahasiakan dirahasiakan kerahasiaan rahasiamu rapat-rapat secret secrecy confidential",
        ),
        (
            "story",
            "cerita ceritamu konseling percakapan obrolan pembicaraan curhat curhatmu pengakuan laporan laporanmu ceritanya semua apa_pun isi rahasiamu story report",
        ),
        (
            "surely",
            "pasti dijamin jamin menjamin terjamin sepenuhnya seratus 100 selamanya janji ~janji completely \
            promise guarantee guaranteed sure certainly pastikan memastikan",
        ),
        (
            "anyone",
            "siapa siapa-siapa siapapun seorang_pun pihak_mana_pun pihak_lain orang_lain orang_tua orang_tuamu anyone \
            anybody nobody pihak",
        ),
        (
            "tell",
            "~beri_tahu memberi_tahu diberi_tahu bilang ~sampai ~sampaikan menyampaikan disampaikan ~cerita menceritakan \
            memberitahu diberitahu ~terus diteruskan meneruskan tell told mengatakan",
        ),
        ("know", "tahu ~tahu mengetahui diketahui know find_out finds_out knows"),
        // Things that may be called secret.
        (
            "kept",
            "nama namanya identitas alamat alamatnya pelapor kata_sandi sandi name names address identity \
            victims reporter shelter",
        ),
        ("well", "baik-baik fine okay all_right"),
    ],
    patterns: &[
        "!tidak|tak|takkan akan ..2 @tell ..4 @anyone",
        "!tidak|tak|takkan akan ..3 @know",
        "!tidak|tak akan ..2 keluar ..2 ruangan|ruang|sini",
        "!tidak|tak ada yang|orang ..2 @know",
        "!tak|tidak seorang pun ..3 @know",
        "@story ..4 @secret but:@kept",
        "@secret ..2 @story but:@kept",
        "@secret ..3 kita|berdua|us",
        "our secret",
        "@surely ..3 @secret but:@kept",
        "@secret ..3 @surely but:@kept",
        "tetap|ini|jadi rahasia but:@kept",
        "hanya ..1 antara ..2 kamu|kita|us",
        "simpan|disimpan|jaga|dijaga ..1 rapat-rapat",
        "stays between us",
        "hanya|cukup ..2 antara kita|us",
        "hanya ibu|bapak|saya|kami|aku yang tahu",
        "!tidak|tak|takkan akan ..1 mendapat|dapat|kena masalah|hukuman",
        "!tidak|tak akan ..1 terjadi|ada apa-apa|apa_pun",
        "!tidak|tak akan ..1 bocor|ke",
        "hidupmu|semuanya|semua ..2 pasti|akan ..2 normal|beres|lancar|berakhir",
        "will never ..1 know|hear|find",
        "nobody|no_one ..2 will ..1 know|hear|find",
        "nothing will ..1 happen",
        "won't|not ..2 get|be ..2 trouble",
        "will ..1 all ..1 be ..1 over|okay|fine|well",
        "~sumpah ..4 rahasia|cerita|bilang",
        "stays|stay|remain|remains ..1 secret but:@kept",
        "rahasia|rahasiamu|secret ..2 aman|safe",
        "menyimpan|simpan|jaga|keep ..2 rahasiamu|rahasianya|secret but:@kept",
        "~janji|promise ..5 @secret",
        "!not|never tell ..1 @anyone",
        "no_one|nobody ..1 will ..2 know|find",
        "semua|semuanya|everything|masalah|all ..4 @well",
        "semua|semuanya|masalah|masalahmu ..2 pasti ..2 selesai|beres|baik|berlalu",
        "will ..3 over ..3 promise",
        "!tidak|tak ..1 ada akibat|konsekuensi",
        "pastikan|dijamin|jamin|menjamin ..2 tidak ..2 ~hukum|akibat|konsekuensi",
        "orang_tua|orang_tuamu tidak akan ..2 tahu",
    ],
    excuses: EXCUSES,
    names: Names::Things,
    opposite: "",
};

/// A promise that pictures will be gone.
pub const REMOVAL: Rule = Rule {
    fault: |words, sentence| Fault::RemovalPromise { words, sentence },
    groups: &[
        (
            "material",
            "gambar foto video gambarmu fotomu videomu salinan konten picture pictures photo photos video copies \
            image images",
        ),
        (
            "gone",
            "hilang lenyap ~hapus terhapus menghapus dihapus hapus menghilangkan deleted removed disappear disappears removes remove erased erase takes_down take_down \
            delete deletes gone",
        ),
        (
            "wholly",
            "pasti dijamin menjamin jamin selamanya semua seluruh langsung segera_hilang setiap all every everywhere \
            guarantee whatsapp internet forever surely certainly",
        ),
        ("partly", "membantu mencari mungkin sebagian beberapa helps help may some not_every coba"),
    ],
    patterns: &[
        "@material ..4 @gone ..5 @wholly but:@partly",
        "@wholly ..4 @material ..4 @gone but:@partly",
        "@material ..2 @wholly ..3 @gone but:@partly",
        "@gone ..3 @wholly ..3 @material but:@partly",
        "@gone ..3 @material ..4 @wholly but:@partly",
        "bersih ..2 internet|dunia_maya but:@partly",
        "!tidak|tak mungkin|akan ..1 muncul|beredar|tersebar ..1 kembali|lagi",
        "@material ..2 akan|will ..2 @gone but:@partly",
        "@material ..3 dijamin|pasti tidak akan|muncul ..2 muncul|lagi|tersebar",
    ],
    excuses: EXCUSES,
    names: Names::Things,
    opposite: "",
};

/// How somebody can hurt themselves.
pub const METHODS: Rule = Rule {
    fault: |words, sentence| Fault::MethodDetail { words, sentence },
    groups: &[
        (
            "method",
            "gantung ~gantung racun ~racun overdosis dosis ~sayat silet ~lompat melompat tali hanging poison overdose \
            dosage jumping blade",
        ),
        (
            "despair",
            "bunuh_diri mengakhiri_hidup menyakiti_diri melukai_diri ingin_mati suicide self-harm kill_yourself",
        ),
        // Keeping things away.
        ("away", "~jauh ~singkir ~kunci keep_away remove lock jauhkan singkirkan"),
    ],
    patterns: &[
        "@method if:@despair but:@away",
        "cara ..2 bunuh_diri|menyakiti_diri|mati but:@away",
    ],
    excuses: &[Excuse::Denied, Excuse::Condition],
    names: Names::Things,
    opposite: "",
};
