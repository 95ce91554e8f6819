//! Commands and flags.
//!
//! The only room that prints, that reads the clock, and that picks an exit
//! code: 0 clean, 1 the content is at fault, 2 the machine is.

use std::env;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum};
use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::Offset;

use crate::answers::Table;
use crate::diag::code::{Code, Severity};
use crate::diag::print::{self, Colour, Extent, Format, Manner, Strictness};
use crate::diag::text::{self, Tongue};
use crate::embedded;
use crate::emit::merge::merge;
use crate::emit::{self, Options, Trust, Twins};
use crate::error::Error;
use crate::inspect;
use crate::model::Host;
use crate::model::sheet::Sheet;
use crate::model::value::{self, NeedId, SchoolId};
use crate::pipeline;
use crate::pipeline::loaded::Judged;
use crate::pipeline::order::{Compressed, Files, Layout, Moment, Order, Packing, Progress, Zip};
use crate::pipeline::shard::Shard;
use crate::serve;
use crate::site::coding::Coding;
use crate::source;

/// School safeguarding sites: one repository of policies, protocols and local
/// services, one small static site for each school.
///
/// Begin with `teduh init my-district`, look at it with `teduh serve`, judge it
/// with `teduh check`, publish it with `teduh build`.
#[derive(Debug, Parser)]
#[command(name = "teduh", version, max_term_width = 90, arg_required_else_help = true)]
struct Cli {
    /// What to do.
    #[command(subcommand)]
    command: Command,
    /// What holds for every command.
    #[command(flatten)]
    common: Common,
}

/// What holds for every command.
#[derive(Debug, Args)]
struct Common {
    /// The content repository [default: the nearest folder upwards that holds
    /// district.yaml, or `content/` below this one]
    #[arg(long, global = true, value_name = "DIR")]
    root: Option<PathBuf>,
    /// The language of messages [default: that of the system, or English]
    #[arg(long, global = true, value_enum)]
    lang: Option<Language>,
    /// The form of messages
    #[arg(long, global = true, value_enum, default_value = "human")]
    format: Form,
    /// Warnings are errors
    #[arg(long, global = true)]
    strict: bool,
    /// Print faults only
    #[arg(long, short, global = true)]
    quiet: bool,
    /// The day to judge and build for, such as 2026-11-24 [default: today]
    #[arg(long, global = true, value_name = "DATE")]
    today: Option<String>,
}

/// What to do.
#[derive(Debug, Subcommand)]
enum Command {
    /// Write a starter district to begin from
    Init {
        /// Where to; a new or empty folder
        #[arg(default_value = "content")]
        dir: PathBuf,
    },
    /// Judge the content: every fault, with its place and what to do
    Check {
        /// List every text that somebody still has to review, and who
        #[arg(long)]
        reviews: bool,
        /// Look at the finished site of every school, and weigh it as a whole
        #[arg(long)]
        site: bool,
    },
    /// Build the sites, a folder for each school
    Build {
        /// Where to
        #[arg(long, short, default_value = "public", value_name = "DIR")]
        out: PathBuf,
        /// Only this school (may be repeated); the others stay as they are
        #[arg(long, value_name = "ID")]
        school: Vec<String>,
        /// One school's site straight into the folder, for a school that hosts
        /// its own
        #[arg(long, value_name = "ID", conflicts_with = "school")]
        single: Option<String>,
        /// Only a part of the schools, such as 2/8, into a folder of its own: for
        /// many machines; see `merge-manifests`
        #[arg(long, value_name = "I/N", value_parser = part, conflicts_with_all = ["school", "single"])]
        shard: Option<Shard>,
        /// Make every file and compare it with what is there, instead of
        /// trusting the list of an earlier build
        #[arg(long)]
        verify: bool,
        /// Keep files with the same bytes on the disk once, where the file system
        /// has hard links
        #[arg(long)]
        link: bool,
        /// How many files a site has
        #[arg(long, value_enum, default_value = "pages")]
        layout: FileLayout,
        /// Put each site into one file as well, to be handed on: berkas.zip
        #[arg(long)]
        zip: bool,
        /// Write files compressed as well, for hosts that serve them so: .gz;
        /// with =br .br too, a seventh smaller, which takes its time
        #[arg(long, value_enum, value_name = "AS", num_args = 0..=1, require_equals = true)]
        #[arg(default_missing_value = "gz")]
        precompress: Option<Compression>,
    },
    /// List in one folder what the folders of parts list that were built with
    /// `--shard`; the parts' files must be in it already
    MergeManifests {
        /// The folders of the parts
        #[arg(required = true, value_name = "DIR")]
        parts: Vec<PathBuf>,
        /// The folder of the whole
        #[arg(long, short, default_value = "public", value_name = "DIR")]
        out: PathBuf,
    },
    /// Make handbooks, posters, cards and texts, a folder for each school
    Print {
        /// Where to; the same folder as of `build` will do
        #[arg(long, short, default_value = "cetak", value_name = "DIR")]
        out: PathBuf,
        /// Only this school (may be repeated)
        #[arg(long, value_name = "ID")]
        school: Vec<String>,
        /// Only these: handbook, five-minutes, cards, posters, wallet, forms,
        /// texts (may be repeated) [default: all]
        #[arg(long, value_name = "WHAT", value_parser = sheet)]
        what: Vec<Sheet>,
    },
    /// Show one school's site on this machine, anew after every change
    Serve {
        /// Which school [default: the first]
        #[arg(long, value_name = "ID")]
        school: Option<String>,
        /// The port
        #[arg(long, default_value_t = 8129)]
        port: u16,
    },
    /// Say who answers for a need at a school at a certain hour, and why others
    /// do not
    Who {
        /// The school
        #[arg(long, value_name = "ID")]
        school: String,
        /// The need, such as `medis`
        #[arg(long, value_name = "NEED")]
        need: String,
        /// The moment, in the district's own time
        #[arg(long, value_name = "MOMENT", default_value = "now")]
        at: String,
    },
    /// List the hours of the week at which nobody answers, by school and need
    Gaps {
        /// As comma-separated values
        #[arg(long)]
        csv: bool,
    },
    /// Print the headers that a host must send with the pages, in its own
    /// language
    Headers {
        /// The host
        #[arg(long, value_name = "HOST", value_parser = hosts())]
        host: Host,
        /// For one school's site, straight in its folder
        #[arg(long, value_name = "ID")]
        single: Option<String>,
    },
    /// Say what a code such as TD0301 means
    Explain {
        /// The code
        code: String,
    },
}

/// How many files a site has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum FileLayout {
    /// A file for each page
    Pages,
    /// Few files, for hosts that count them
    Compact,
}

/// How files are compressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Compression {
    /// gzip
    Gz,
    /// gzip and Brotli
    #[cfg(feature = "brotli")]
    Br,
}

impl Compression {
    /// Each way.
    fn codings(self) -> &'static [Coding] {
        match self {
            Compression::Gz => &[Coding::Gzip],
            #[cfg(feature = "brotli")]
            Compression::Br => &[Coding::Gzip, Coding::Brotli],
        }
    }
}

/// A language of messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Language {
    /// English
    En,
    /// Bahasa Indonesia
    Id,
}

/// A form of messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Form {
    /// With the lines of the file, for a person
    Human,
    /// One line each, for an editor
    Short,
    /// One JSON object a line, for a program
    Json,
}

/// Runs the program with the arguments of the process.
#[must_use]
pub fn run() -> ExitCode {
    let cli = Cli::parse();
    let tongue = tongue(cli.common.lang);
    match act(&cli, tongue) {
        Ok(code) => code,
        Err(error) => {
            let word = text::frame(tongue).error;
            let mut message = format!("{word}: {}", text::error(&error, tongue));
            let mut cause = std::error::Error::source(&error);
            while let Some(it) = cause {
                message = format!("{message}: {it}");
                cause = it.source();
            }
            if let Error::NoSchool { nearest: Some(nearest), .. }
            | Error::NoNeed { nearest: Some(nearest), .. } = &error
            {
                message = format!("{message} ({nearest}?)");
            }
            complain(&format!("{message}\n"));
            ExitCode::from(2)
        }
    }
}

/// Does what was asked.
fn act(cli: &Cli, tongue: Tongue) -> Result<ExitCode, Error> {
    match &cli.command {
        Command::Init { dir } => {
            let files = embedded::starter();
            let texts = files.files().map(|(id, it)| (it.path.as_str(), files.text(id)));
            let count = emit::lay_out(texts, dir)?;
            let line = match tongue {
                Tongue::English => {
                    format!("{count} files in {}. Next: teduh serve --root {0}\n", dir.display())
                }
                Tongue::Indonesian => format!(
                    "{count} berkas di {}. Berikutnya: teduh serve --root {0}\n",
                    dir.display()
                ),
            };
            tell(cli, &line);
            Ok(ExitCode::SUCCESS)
        }
        Command::Explain { code } => {
            let code = pipeline::code(code)?;
            print(&explain(code, tongue));
            Ok(ExitCode::SUCCESS)
        }
        Command::Check { reviews, site } => {
            let pages = site.then_some(inspect::Extent::Whole);
            let mut judged = pipeline::check(&order(cli)?, pages)?;
            let accepted = std::mem::take(&mut judged.accepted);
            let open = std::mem::take(&mut judged.unreviewed);
            let extent = if *reviews { Extent::List } else { Extent::Sum };
            let (tree, prefix, form) = (&judged.tree, &prefix(cli), form(cli));
            let accepted = print::accepted(tree, &accepted, prefix, form, tongue);
            let open = print::reviews(tree, &open, prefix, form, extent, tongue);
            let code = report(cli, tongue, judged);
            list(cli, &accepted);
            list(cli, &open);
            Ok(code)
        }
        Command::Who { school, need, at } => {
            let need = NeedId::try_from(need.as_str())
                .map_err(|_| Error::NoNeed { id: need.clone(), nearest: None })?;
            let (judged, text) =
                pipeline::who(&order(cli)?, &school_id(school)?, &need, moment(at)?, tongue)?;
            Ok(answer(cli, tongue, judged, &text))
        }
        Command::Gaps { csv } => {
            let form = if *csv { Table::Csv } else { Table::Plain };
            let (judged, text) = pipeline::gaps(&order(cli)?, form, tongue)?;
            Ok(answer(cli, tongue, judged, &text))
        }
        Command::Build {
            out,
            school,
            single,
            shard,
            layout,
            zip,
            precompress,
            verify: _,
            link: _,
        } => {
            let packing = Packing {
                files: match layout {
                    FileLayout::Pages => Files::ByPage,
                    FileLayout::Compact => Files::Compact,
                },
                zip: if *zip { Zip::Made } else { Zip::Left },
                compressed: precompress
                    .map_or(Compressed::Left, |it| Compressed::Made(it.codings())),
            };
            let layout = match (school.as_slice(), single, shard) {
                (_, Some(id), _) => Layout::Single(school_id(id)?),
                (_, _, Some(shard)) => Layout::Part(*shard),
                ([], None, None) => Layout::All,
                (ids, None, None) => {
                    Layout::Some(ids.iter().map(|it| school_id(it)).collect::<Result<_, _>>()?)
                }
            };
            build(cli, tongue, out, &layout, packing)
        }
        Command::MergeManifests { parts, out } => {
            let files = merge(parts, out)?;
            let line = match tongue {
                Tongue::English => format!("{files} files in {}\n", out.display()),
                Tongue::Indonesian => format!("{files} berkas di {}\n", out.display()),
            };
            tell(cli, &line);
            Ok(ExitCode::SUCCESS)
        }
        Command::Print { out, school, what } => print_sheets(cli, tongue, out, school, what),
        Command::Headers { host, single } => headers(cli, tongue, *host, single.as_deref()),
        Command::Serve { school, port } => serve(cli, tongue, school.as_deref(), *port),
    }
}

/// `teduh build`
fn build(
    cli: &Cli,
    tongue: Tongue,
    out: &Path,
    layout: &Layout,
    packing: Packing,
) -> Result<ExitCode, Error> {
    let built = pipeline::build(&order(cli)?, layout, packing, out)?;
    let code = report(cli, tongue, built.judged);
    if let Some(it) = built.summary {
        let first = out.join(&built.first);
        let (sites, files, changed, removed) = (built.sites, it.files, it.changed, it.removed);
        let line = match tongue {
            Tongue::English => format!(
                "{sites} sites, {files} files in {} ({changed} written, {removed} removed). Look at {}\n",
                out.display(),
                first.display()
            ),
            Tongue::Indonesian => format!(
                "{sites} situs, {files} berkas di {} ({changed} ditulis, {removed} dihapus). Lihat {}\n",
                out.display(),
                first.display()
            ),
        };
        tell(cli, &line);
        if let Some(bytes) = built.zip {
            let kb = bytes.div_ceil(1024);
            let line = match tongue {
                Tongue::English => format!("Each site in one file: berkas.zip, at most {kb} KB\n"),
                Tongue::Indonesian => {
                    format!("Tiap situs dalam satu berkas: berkas.zip, paling besar {kb} KB\n")
                }
            };
            tell(cli, &line);
        }
    }
    Ok(code)
}

/// `teduh print`
fn print_sheets(
    cli: &Cli,
    tongue: Tongue,
    out: &Path,
    schools: &[String],
    what: &[Sheet],
) -> Result<ExitCode, Error> {
    let schools: Vec<SchoolId> =
        schools.iter().map(|it| school_id(it)).collect::<Result<_, _>>()?;
    let what = if what.is_empty() { &Sheet::ALL } else { what };
    let built = pipeline::print(&order(cli)?, &schools, what, out)?;
    let code = report(cli, tongue, built.judged);
    if let Some(it) = built.summary {
        let (schools, files, changed) = (built.sites, it.files, it.changed);
        let line = match tongue {
            Tongue::English => format!(
                "{schools} schools, {files} files in {} ({changed} written)\n",
                out.display()
            ),
            Tongue::Indonesian => format!(
                "{schools} sekolah, {files} berkas di {} ({changed} ditulis)\n",
                out.display()
            ),
        };
        tell(cli, &line);
    }
    Ok(code)
}

/// A set of sheets as given on the command line.
fn sheet(text: &str) -> Result<Sheet, String> {
    let names = || Sheet::ALL.map(Sheet::as_str).join(", ");
    Sheet::named(text).ok_or_else(|| format!("one of: {}", names()))
}

/// `teduh headers`
fn headers(cli: &Cli, tongue: Tongue, host: Host, single: Option<&str>) -> Result<ExitCode, Error> {
    let layout = match single {
        Some(id) => Layout::Single(school_id(id)?),
        None => Layout::All,
    };
    let (judged, text) = pipeline::headers(&order(cli)?, &layout, host)?;
    Ok(answer(cli, tongue, judged, &text))
}

/// Reads the name of a host.
fn hosts() -> impl TypedValueParser<Value = Host> {
    let named = |name: String| Host::ALL.into_iter().find(|it| it.0 == name).map(|it| it.1);
    PossibleValuesParser::new(Host::ALL.map(|it| it.0))
        .try_map(move |name| named(name).ok_or("no such host"))
}

/// `teduh serve`
fn serve(cli: &Cli, tongue: Tongue, school: Option<&str>, port: u16) -> Result<ExitCode, Error> {
    let order = order(cli)?;
    let school = school.map(school_id).transpose()?;
    let options = serve::Options { port, watch: vec![order.root.clone()] };
    let make = || {
        let preview = pipeline::preview(&order, school.as_ref())?;
        let files = preview.site.map(|it| it.files).unwrap_or_default();
        let judged = preview.judged;
        let found = judged.found.len();
        let report = print::report(
            &judged.tree,
            judged.found,
            "",
            manner(cli, tongue, judged.publication, Colour::Plain),
        );
        Ok(serve::Preview {
            files: files.into_iter().map(|it| (it.path.to_string(), it.bytes)).collect(),
            report: if found == 0 { String::new() } else { report.text },
        })
    };
    serve::run(&options, make, |address| tell(cli, &format!("{address}\n")))?;
    Ok(ExitCode::SUCCESS)
}

/// Prints what was found and picks the exit code.
fn report(cli: &Cli, tongue: Tongue, judged: Judged) -> ExitCode {
    let colour = if io::stderr().is_terminal() && env::var_os("NO_COLOR").is_none() {
        Colour::Styled
    } else {
        Colour::Plain
    };
    let prefix = prefix(cli);
    let silent = cli.common.quiet && judged.found.is_empty();
    let report = print::report(
        &judged.tree,
        judged.found,
        &prefix,
        manner(cli, tongue, judged.publication, colour),
    );
    if !silent {
        match cli.common.format {
            Form::Human => complain(&report.text),
            Form::Short | Form::Json => print(&report.text),
        }
    }
    if report.errors > 0 { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

/// Prints an answer; the faults of the content only where they are errors, since
/// then the answer cannot be relied on.
fn answer(cli: &Cli, tongue: Tongue, judged: Judged, text: &str) -> ExitCode {
    print(text);
    let publication = judged.publication;
    let errors =
        judged.found.iter().any(|it| it.diagnostic.code().severity(publication) == Severity::Error);
    if errors { report(cli, tongue, judged) } else { ExitCode::SUCCESS }
}

/// A moment as given on the command line.
fn moment(text: &str) -> Result<Moment, Error> {
    let minutes = |it: DateTime| it.date().at(it.hour(), it.minute(), 0, 0);
    match text {
        "now" => Ok(Moment::Utc(minutes(Offset::UTC.to_datetime(now())))),
        _ => text.parse().map(Moment::Local).map_err(|_| Error::Moment(text.to_owned())),
    }
}

/// Prints a list that belongs to what was found, where that is printed.
fn list(cli: &Cli, list: &str) {
    match cli.common.format {
        Form::Human if cli.common.quiet => {}
        Form::Human => complain(list),
        Form::Short | Form::Json => print(list),
    }
}

/// What stands before every path: the repository as it was given.
fn prefix(cli: &Cli) -> String {
    cli.common.root.as_ref().map_or_else(String::new, |it| format!("{}/", it.display()))
}

/// The form of messages that was asked for.
fn form(cli: &Cli) -> Format {
    match cli.common.format {
        Form::Human => Format::Human,
        Form::Short => Format::Short,
        Form::Json => Format::Json,
    }
}

/// A code, explained.
fn explain(code: Code, tongue: Tongue) -> String {
    format!("{}\n\n{}\n", code.name(), text::explain(code, tongue))
}

/// The repository, the day and the strictness that were asked for.
fn order(cli: &Cli) -> Result<Order, Error> {
    let here =
        env::current_dir().map_err(|source| Error::Read { path: PathBuf::from("."), source })?;
    let root = match &cli.common.root {
        Some(root) => root.clone(),
        None => source::find_root(&here).ok_or(Error::NoContent { path: here })?,
    };
    let as_of = match &cli.common.today {
        Some(text) => value::date(text).map_err(|_| Error::Day(text.clone()))?,
        None => today(),
    };
    let strictness = if cli.common.strict { Strictness::Strict } else { Strictness::Lenient };
    let (options, progress) = (options(&cli.command), progress(cli));
    Ok(Order { root, as_of, strictness, options, progress })
}

/// Who is told how far a long run is: somebody who watches it, and no file.
fn progress(cli: &Cli) -> Progress {
    let watched =
        io::stderr().is_terminal() && !cli.common.quiet && cli.common.format == Form::Human;
    match tongue(cli.common.lang) {
        _ if !watched => |_, _| {},
        Tongue::English => |done, of| complain(&so_far(done, of, "schools")),
        Tongue::Indonesian => |done, of| complain(&so_far(done, of, "sekolah")),
    }
}

/// A line that the next one replaces; the last leaves nothing.
fn so_far(done: usize, of: usize, schools: &str) -> String {
    const START: &str = "\r\x1b[K";
    if done < of { format!("{START}{done} / {of} {schools}") } else { START.to_owned() }
}

/// How folders are written.
fn options(command: &Command) -> Options {
    let Command::Build { verify, link, .. } = command else { return Options::default() };
    Options {
        trust: if *verify { Trust::Nothing } else { Trust::Length },
        twins: if *link { Twins::Linked } else { Twins::Apart },
    }
}

/// A part of the schools as given on the command line.
fn part(text: &str) -> Result<Shard, String> {
    Shard::read(text).ok_or_else(|| "a part is written as 2/8, the second of eight".to_owned())
}

/// Today, in the middle of Indonesia.
fn today() -> Date {
    Offset::constant(8).to_datetime(now()).date()
}

/// This moment. A build can be repeated later with
/// `SOURCE_DATE_EPOCH`, the usual variable for that.
#[expect(clippy::disallowed_methods, reason = "the one place that asks the clock")]
fn now() -> Timestamp {
    let epoch = env::var("SOURCE_DATE_EPOCH").ok().and_then(|it| it.parse().ok());
    let second = epoch.and_then(|it| Timestamp::from_second(it).ok());
    second.unwrap_or_else(Timestamp::now)
}

/// How messages are made.
fn manner(
    cli: &Cli,
    tongue: Tongue,
    publication: crate::model::Publication,
    colour: Colour,
) -> Manner {
    Manner {
        format: form(cli),
        tongue,
        colour,
        strictness: if cli.common.strict { Strictness::Strict } else { Strictness::Lenient },
        publication,
    }
}

/// The language that was asked for, or that of the system.
fn tongue(lang: Option<Language>) -> Tongue {
    let system = || {
        ["LC_ALL", "LC_MESSAGES", "LANG"]
            .iter()
            .find_map(|it| env::var(it).ok().filter(|it| !it.is_empty()))
    };
    match lang {
        Some(Language::Id) => Tongue::Indonesian,
        None if system().is_some_and(|it| it.starts_with("id")) => Tongue::Indonesian,
        Some(Language::En) | None => Tongue::English,
    }
}

/// A school's id as given on the command line.
fn school_id(text: &str) -> Result<SchoolId, Error> {
    SchoolId::try_from(text).map_err(|_| Error::NoSchool { id: text.to_owned(), nearest: None })
}

/// Prints a line unless silence was asked for.
fn tell(cli: &Cli, line: &str) {
    if !cli.common.quiet {
        print(line);
    }
}

/// Prints to standard output; a reader that has gone away is no fault.
fn print(text: &str) {
    let _ = io::stdout().lock().write_all(text.as_bytes());
}

/// Prints to standard error.
fn complain(text: &str) {
    let _ = io::stderr().lock().write_all(text.as_bytes());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_progress_replaces_the_one_before_and_the_last_leaves_nothing() {
        assert_eq!(so_far(250, 1000, "schools"), "\r\x1b[K250 / 1000 schools");
        assert_eq!(so_far(1000, 1000, "schools"), "\r\x1b[K");
    }
}
