//! A table about blame: words that make a child the cause, or give it a label.

use super::book::{Excuse, Names, Rule};
use crate::diag::code::Fault;

/// Words that blame or label a child.
pub const BLAME: Rule = Rule {
    fault: |words, sentence| Fault::BlamingWords { words, sentence },
    groups: &[
        (
            "label",
            "anak_nakal murid_nakal pelajar_nakal siswi_nakal siswa_nakal remaja_nakal anak_bermasalah \
            murid_bermasalah anak_liar anak_predator predator_cilik pelaku_anak anak_pelaku prostitusi_anak \
            prostitusi_pelajar pelacur_anak pelacuran_anak pelacuran_pelajar psk_anak psk_pelajar pekerja_seks_anak \
            open_bo gadis_murahan perempuan_murahan cewek_murahan perempuan_gampangan perempuan_nakal gadis_nakal cewek_nakal wanita_nakal wanita_tuna_susila anak_rusak anak_gampangan \
            prostitute prostitutes slut jual_diri menjual_diri menjajakan_diri fatherless \
            child_prostitute child_prostitutes child_prostitution naughty promiscuous problem_children",
        ),
        ("consent", "suka_sama_suka mau_sama_mau atas_dasar_suka consensual consented"),
        ("family", "broken_home keluarga_berantakan keluarga_hancur"),
        (
            "fault",
            "salah_sendiri salahnya_sendiri salahmu_sendiri own_fault her_fault his_fault their_fault asked_for_it to_blame brought_it_on should_have_known_better cannot_help_themselves \
            can't_help_themselves led_him_on wanted_it enjoyed_it \
            boys_will_be_boys",
        ),
        (
            "cause",
            "karena lantaran akibat penyebab penyebabnya disebabkan gara-gara dipicu pemicu because",
        ),
        (
            "life",
            "pakaian ~pakai busana pergaulan_bebas pergaulan gaya_hidup moral akhlak iman bermoral lifestyle clothes \
            dress skirt penampilan",
        ),
        (
            "child",
            "korban anak siswi siswa murid remaja pelajar gadis perempuan ia dia kamu girls girl child pupil victim she",
        ),
        ("guilt", "bersalah salah blame guilty"),
        ("disgrace", "aib mencoreng memalukan mempermalukan mencemarkan disgrace shame"),
    ],
    patterns: &[
        "@label",
        "@consent",
        "@family",
        "@fault",
        "penyebab|penyebabnya|fatherless ..5 @life",
        "@cause ..3 @life",
        "@life ..3 memancing|mengundang|penyebab|menyebabkan|memicu|led|causes|invite",
        "lemahnya|kurang|rendahnya ..3 @life",
        "kurang bermoral",
        "@child ..4 !memancing|mengundang|menggoda|genit",
        "@child yang ..1 genit|nakal|menggoda|memancing",
        "berpakaian|dress ..5 agar|supaya|so ..1 tidak|not ..2 ~leceh|~ganggu|~perkosa|korban|harassed",
        "dress provocatively",
        "menjaga|jaga diri ..2 agar|supaya ..1 tidak ..2 ~leceh|~ganggu|~perkosa|korban",
        "kalau|bila|jika tidak|tak ..1 mau|ingin ..2 korban|~ganggu|~leceh|~perkosa",
        "perempuan|siswi|gadis|girls jangan|tidak|should ..3 memancing|menggoda|keluar|pulang|dress",
        "memancing|mengundang|membangkitkan|provoke|provoked|arouse ..1 nafsu|syahwat|gairah|laki-laki|lust|men|him",
        "@cause ..3 @child ..4 malam|sendirian|pacaran|berpacaran|izin|media_sosial|alone|night",
        "hal|semua|kejadian itu|ini tidak ..1 terjadi if:@condition but:@purpose",
        "@child ..4 menikmati|menikmatinya|rusak|ternoda|kotor|murahan|gampangan",
        "keluarga yang ..1 bercerai|miskin|berantakan ..5 mudah|biasanya|rawan|cenderung|rusak|likely",
        "keluarga|rumah|anak ..3 bercerai|miskin|kurang_perhatian|divorced|poor ..5 mudah|biasanya|rawan|cenderung|rusak|likely",
        "jaga|menjaga|jagalah ..1 kehormatan|kesucian|harga_diri|honour",
        "~cari|seeking ..1 sensasi|perhatian|muka|attention",
        "mengarang|pura-pura|made ..1 cerita|it_up|up_a",
        "@child ..3 ikut|juga|turut|partly @guilt but:@feel",
        "dianggap|dinilai ikut @guilt",
        "@disgrace ..4 keluarga|sekolah|kita|kami|nama",
        "menjual|jual diri",
        "rela|mau dibayar",
        "kenapa|mengapa|why ..3 ~mau|melawan|teriak|berteriak|lari|didn't|~kirim",
        "kenapa|mengapa|why ..3 tidak|tak|not ..1 melawan|teriak|berteriak|lari|bilang|cerita|lapor|menolak|scream|fight|run",
        "kenapa|mengapa ..2 baru|sekarang ..3 bilang|~cerita|~lapor|ngomong|sekarang",
        "kenapa|mengapa kamu|kau ..1 ada|ikut|pergi|diam|setuju|mau",
        "kenapa tidak kamu",
        "why did|didn't you ..2 agree|go|send|wait|let|say|switch",
        "why only now",
        "makanya ..3 jangan|pakaianmu|pakaian|~foto",
        "look at your clothes",
        "salahkan|menyalahkan|disalahkan|blame ..3 @child",
        "salahkan|menyalahkan|disalahkan|blame ..3 @life",
        "tidak|bukan suci|perawan",
        "tidak suci lagi",
        "@child ..3 berbohong|mengada-ada|cari_perhatian|lying",
    ],
    excuses: &[Excuse::Denied, Excuse::Condemned, Excuse::Quoted, Excuse::Rebutted],
    names: Names::Things,
    opposite: "",
};
