//! Groups of words that every rule about wording uses: who is spoken of, what
//! denies, what ends the reach of a negation.
//!
//! Indonesian and English stand side by side. `~simpan` is every form of a stem,
//! `tangkapan_layar` two words in a row; see [`super::book`].

/// Groups, and their words.
pub const GROUPS: &[(&str, &str)] = &[
    // Denies what follows.
    (
        "not",
        "jangan janganlah jgn tidak tidaklah tak tdk bukan bukanlah tanpa dilarang larang melarang larangan \
        terlarang hindari menghindari dihindari hentikan menghentikan berhenti cegah mencegah tolak menolak ditolak \
        haram pantang belum tiada not never no nobody none neither nor without don't doesn't didn't mustn't can't \
        cannot won't shouldn't isn't aren't avoid stop refuse prohibit prohibited forbidden forbids forbid",
    ),
    // Denied, these leave the rest as it is: "jangan takut, simpan", "tidak hanya simpan".
    (
        "hollow",
        "takut ~takut khawatir kuatir ragu ragu-ragu malu sungkan segan cemas panik bingung ~lupa ~tunda \
        ~tunggu menunggu diam gentar gengsi hanya cuma sekadar sekedar apa-apa masalah mengapa salah langsung \
        keberatan marah bersedih sedih lewatkan ~abai only just merely worry hesitate forget wait delay afraid panic \
        ashamed problem mind matter",
    ),
    // Ends the reach of what stands before.
    (
        "wall",
        "tetapi tapi namun melainkan karena sebab lalu kemudian lantas setelah sesudah sebaliknya justru \
        walaupun meskipun but because then instead however although rather so_that",
    ),
    // Begins anew: what follows is asked for.
    (
        "push",
        "segera secepatnya sebaiknya sebisanya lebih_baik cukup tolong mohon silakan silahkan mari ayo harap \
        hendaknya upayakan usahakan utamakan langsung please instead simply",
    ),
    // Their negation confirms keeping: "jangan hapus, simpan".
    ("lose", "~hapus ~buang ~hilang kehilangan delete lose erase throw"),
    ("or", "atau maupun ataupun apalagi or nor"),
    ("and", "dan serta and"),
    (
        "condition",
        "kalau kalo bila jika apabila bilamana seandainya andaikata ketika sewaktu saat sebelum misalnya before if when \
        whenever unless",
    ),
    ("purpose", "agar supaya sehingga jadi maka so"),
    // What an app or a service does is no advice.
    ("tool", "fitur aplikasi app function melapor reporting alat tool"),
    ("never", "not never"),
    ("means", "berarti artinya means"),
    ("claim", "pernyataan anggapan perkataan tuduhan ucapan claim saying"),
    ("that", "itu ini hal that this it"),
    ("feel", "merasa ~rasa perasaan feel feels feeling"),
    ("why", "kenapa mengapa why"),
    ("dont", "jangan janganlah jgn don't never avoid hindari"),
    // Says what ought to be, or may be, done.
    (
        "modal",
        "harus wajib perlu sebaiknya hendaknya dapat bisa boleh harap mohon diminta dianjurkan disarankan \
        diwajibkan diharapkan diperbolehkan diizinkan anjurkan sarankan dorong minta ajak tetap meminta suruh menyuruh memaksa paksa force make should must may can \
        please need needs asked advised encouraged allowed",
    ),
    // People who are told what to do.
    (
        "staff",
        "guru wali_kelas wali guru-bk bk penerima-laporan penerima_laporan penerima kepala-sekolah kepala \
        sekolah kami kita petugas staf pegawai orang_tua tim panitia komite admin operator konselor pembina pelatih \
        tokoh lembaga_adat pihak_sekolah pengurus osis dinas satgas tppk ibu bapak school teacher teachers staff head \
        counsellor receiver we parents everyone tenaga-kependidikan wali-kelas",
    ),
    // People who are told about.
    (
        "other",
        "pelaku seseorang seorang orang oknum ia dia mereka kamu kau teman temanmu temannya murid anak siswa \
        siswi korban pacar remaja pengirim penipu polisi penyidik they he she someone somebody people who pupils child \
        children person police friend",
    ),
    // Says that something is wrong: a crime, a harm, without effect in law, in the
    // law's way.
    (
        "bad",
        "dilarang terlarang ~pidana ~langgar pelanggaran melukai ~luka salah keliru kejahatan berbahaya bahaya \
        membahayakan haram ~tolak mitos bohong kebohongan fitnah lie merugikan menyakiti memindahkan_bahaya crime illegal wrong forbidden harmful \
        harms myth untrue false prohibited hindari unlawful against_the_law \
        batal_demi_hukum ~halang ~rintang mengkhianati melawan_hukum void invalid unenforceable unacceptable obstructs \
        hinders betrays",
    ),
    // Says that words are meant, not things.
    (
        "word",
        "kata kata-kata istilah kalimat ucapan sebutan ~sebut ~cap label ~label julukan ~ucap berkata bilang \
        mengatakan berucap pertanyaan word words term phrase say saying call called",
    ),
    (
        "ask",
        "apakah apa haruskah bolehkah perlukah mengapa kenapa kapan siapa bagaimana kapankah should may can must is do does why what \
        who when how",
    ),
    ("which", "yang who which that whose"),
    (
        "maybe",
        "mungkin biasanya kadang kadang-kadang sering terkadang pernah tiba-tiba terus terlanjur telanjur maybe perhaps \
        suddenly sometimes often usually",
    ),
    (
        "press",
        "~paksa paksaan tekanan ~tekan desakan ~desak ~ancam ancaman dipaksa pressure pressured forced force \
        pressed",
    ),
    ("myth", "mitos myth anggapan_keliru keliru"),
    ("without", "tanpa without"),
    // Speaks about something rather than doing it.
    ("about", "tentang mengenai soal perihal about halaman bagian"),
    // What a case is about, or is not.
    (
        "sexual",
        "seksual seks intim telanjang busana cabul ~cabul pencabulan asusila pornografi porno pelecehan ~leceh \
        ~perkosa perkosaan pemerkosaan tpks sextortion eksploitasi sexual intimate nude naked rape abuse",
    ),
    (
        "plain",
        "ejekan ~ejek olok-olok mengolok hinaan ~hina tata_tertib pertengkaran ~tengkar perselisihan berkelahi perkelahian \
        bentrok bola rapat_komite upacara tawuran jadwal_rapat quarrel insults teasing nonseksual non-seksual",
    ),
];
