#!/usr/bin/env python3
"""Writes a deterministic district: S schools, P pages, 200 services.

Every page is a policy of about 4 KB of Markdown that mentions the school, a
role and other policies and shows the services of the school's own area, so that
no two schools have the same bytes. The same arguments give the same files.
Numbers are impossible ones.

usage: make_district.py SCHOOLS PAGES FOLDER [SERVICES]
"""

import pathlib
import random
import sys

AREAS = 10
NEEDS = ["bahaya", "bicara", "medis", "polisi", "hukum", "sosial", "rohani", "disabilitas"]
WORDS = (
    "anak sekolah guru orang tua wali murid laporan kejadian perlindungan lingkungan belajar aman nyaman "
    "tenang mendengarkan percaya menulis menyimpan berkas terkunci hari ini besok ruang pendamping langkah "
    "pertama kedua ketiga petugas layanan rujukan keluarga kelas jadwal istirahat bersama setiap selalu dapat "
    "boleh harus dengan untuk dari pada oleh seluruh warga hak martabat dukungan pemulihan pelatihan tahunan"
).split()


def sentence(rng):
    words = [rng.choice(WORDS) for _ in range(rng.randint(7, 13))]
    return " ".join(words).capitalize() + "."


def paragraph(rng, count):
    return " ".join(sentence(rng) for _ in range(count))


def policy(at, pages):
    rng = random.Random(f"page/{at}")
    parts = []
    for section in range(6):
        links = ", ".join(f"<policy:kebijakan-{(at * 7 + section * 3 + it) % pages:03}>" for it in range(2))
        parts.append(f"## Bagian {section + 1}\n\nBerlaku di <school:name>. Hubungi <role:penerima-laporan>. {paragraph(rng, 3)}\n")
        parts.append("".join(f"- {sentence(rng)}\n" for _ in range(4)))
        parts.append(f"\nLihat juga {links}. {paragraph(rng, 2)}\n")
    need = NEEDS[at % len(NEEDS)]
    parts.append(f"## Layanan\n\n<need:{need}>\n")
    parts.append("## Kalau yang diduga kepala sekolah {#luar-sekolah .locked}\n\nLangsung ke <service:layanan-000>.\n")
    return "\n".join(parts)


def main():
    schools, pages, folder = int(sys.argv[1]), int(sys.argv[2]), pathlib.Path(sys.argv[3])
    services = int(sys.argv[4]) if len(sys.argv) > 4 else 200
    for name in ["services", "schools", "policies"]:
        (folder / name).mkdir(parents=True, exist_ok=True)
    write = lambda path, text: (folder / path).write_text(text, encoding="utf-8")
    needs = "".join(f"  {it}: {{ name: {it.capitalize()}, bsan: [layanan_lain], fallback: layanan-000 }}\n" for it in NEEDS)
    write("district.yaml", f"""name: Daerah Uji
area: "99.01"
time_zone: WITA
languages: [id]
publication: sample
roles:
  penerima-laporan: {{ name: penerima laporan, required: true, reports: true }}
  kepala-sekolah: {{ name: kepala sekolah, leads: true }}
needs:
{needs}doors: {{ danger: bahaya, talk: bicara, adult: penerima-laporan }}
""")
    rows = ["code,name", "99,Provinsi Uji", "99.01,Kota Uji"]
    rows += [f"99.01.{it + 1:02},Kecamatan {it + 1}" for it in range(AREAS)]
    write("areas.csv", "\n".join(rows) + "\n")
    for at in range(services):
        rng = random.Random(f"service/{at}")
        need = NEEDS[at % len(NEEDS)]
        # Every need has a handful of services in every area; the first is everywhere.
        area = '["*"]' if at == 0 else f'["99.01.{at // len(NEEDS) % AREAS + 1:02}"]'
        hours = "always" if at == 0 else '[{ days: [mon, tue, wed, thu, fri], opens: "08:00", closes: "15:00" }]'
        extra = "needs: [bahaya, bicara]" if at == 0 else f"needs: [{need}]\nfallback: layanan-000"
        write(f"services/layanan-{at:03}.yaml", f"""name: Layanan {at:03}
about: {sentence(rng)}
{extra}
service_area: {area}
schedules: {hours}
channels:
  - {{ kind: telephone, number: "0000-000-{at:04}", verification: {{ how: called, on: 2026-11-01, by: penerima-laporan }} }}
""")
    for at in range(pages):
        write(f"policies/kebijakan-{at:03}.md", f"""---
title: Kebijakan {at:03}
summary: Contoh untuk mengukur.
owner: penerima-laporan
version: "1"
review_due: 2027-06-01
basis: []
audience: [teacher]
locks: {{ luar-sekolah: "8761474ddef43bfb" }}
---
{policy(at, pages)}""")
    for at in range(schools):
        write(f"schools/sekolah-{at:05}.yaml", f"""name: SMP Uji {at:05}
npsn: "{at:08}"
level: smp
area: "99.01.{at % AREAS + 1:02}"
people:
  penerima-laporan: {{ title: "guru BK, ruang {at % 90 + 1}" }}
  kepala-sekolah: {{ title: kepala sekolah }}
""")


if __name__ == "__main__":
    main()
