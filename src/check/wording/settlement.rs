//! A table about settlement: sexual violence against a child is not mediated,
//! paid for or ended by a wedding.

use super::book::{Excuse, Names, Rule};
use crate::diag::code::Fault;

/// Mediation, settlement, customary fines or marriage as a way out.
pub const SETTLEMENT: Rule = Rule {
    fault: |words, sentence| Fault::SettlementAdvice { words, sentence },
    groups: &[
        // Each of these says it alone.
        (
            "settle",
            "mediasi memediasi dimediasi memediasikan ~damai ~damaikan mendamaikan didamaikan berdamai perdamaian \
            kekeluargaan islah rujuk_keluarga denda_adat sidang_adat peradilan_adat hukum_adat secara_adat lewat_adat \
            melalui_adat penyelesaian_adat sanksi_adat merukunkan dirukunkan mediator penengah menengahi belis mas_kawin uang_damai uang_maaf \
            uang_tutup_mulut surat_perdamaian kesepakatan_bersama jalan_damai jalur_damai \
            mediation mediate mediates mediated reconcile reconciled reconciliation settlement customary_fine \
            traditional_fine out-of-court out_of_court amicable hush_money dowry make_peace make_up_with",
        ),
        (
            "marry",
            "menikahkan dinikahkan menikahi dinikahi mengawinkan dikawinkan pernikahan perkawinan marriage marry \
            married",
        ),
        ("end", "~selesai ~tutup ~akhir settle settles settled resolve resolved close closed"),
        // Ways that are not the law's.
        (
            "way",
            "kekeluargaan adat damai musyawarah baik-baik luar_pengadilan permintaan_maaf maaf ganti_rugi internal family \
            families apology within_the_family uang_pengganti",
        ),
        ("both", "korban kedua keluarga pihak victim families both them"),
        ("forgive", "~maaf memaafkan dimaafkan saling_memaafkan forgive"),
        // Peace of another kind.
        (
            "peaceful",
            "suasana sekolah_yang kelas_yang hidup dunia perjanjian_damai negara tari tarian pakaian rumah_adat \
            ramah nyaman toleransi agama_yang",
        ),
    ],
    patterns: &[
        "@settle but:@plain but:@peaceful",
        "@marry but:@plain",
        "@end ..5 @way but:@plain",
        "~temu|pertemukan|mempertemukan|pertemuan|bring|meet ..3 @both ..6 keluarga|pelaku|memaafkan|reconcile|together|families|terlapor",
        "~cabut|~tarik|~batal|withdraw|drop ..2 laporan|aduan|pengaduan|gugatan|complaint|report|charges",
        "laporan|aduan|pengaduan ..2 !dicabut|ditarik|dibatalkan|withdrawn|dropped",
        "memaafkan|dimaafkan|forgive|forgives ..3 pelaku|terlapor|him|suspect|perpetrator",
        "saling memaafkan",
        "~salam|~jabat|shake ..4 pelaku|korban|tangan|hands",
        "~lupa|forget ..2 kejadian|masalah|incident",
        "tidak|tak ..1 perlu|usah ..2 ~lapor|dibawa|ke ..2 polisi|hukum",
        "instead of ..1 reporting|police",
        "compensation ..5 instead|enough|agree|close",
        "maaf|permintaan_maaf|apology ..6 cukup|menutup|mengakhiri|menyelesaikan|closes|ends|settles",
        "~maaf|apology ..4 lalu|kemudian|then ..3 selesai|berakhir|closed|over",
        "~maaf|apology ..5 selesai|berakhir|tutup|ditutup|closed|finished",
        "restorative ..2 meeting|meetings|conference|session|mediation",
        "harus|dapat|bisa|boleh|sebaiknya|segera|should|must menikah|nikah|kawin",
        "ajak|minta|suruh|ask ..3 @forgive",
        "ganti_rugi|uang_pengganti|compensation ..6 akhir|mengakhiri|selesai|ends|close",
        "musyawarah ..4 sebelum|dulu|dahulu|before but:@plain",
        "tokoh|lembaga|ketua|pemangku|kepala adat ..3 putuskan|memutuskan|selesaikan|menyelesaikan|damaikan|mendamaikan|decide|settle",
    ],
    excuses: &[
        Excuse::Denied,
        Excuse::Condemned,
        Excuse::Condition,
        Excuse::Asked,
        Excuse::Quoted,
        Excuse::Rebutted,
        Excuse::Pressed,
        Excuse::Sign,
    ],
    names: Names::Things,
    opposite: "",
};
