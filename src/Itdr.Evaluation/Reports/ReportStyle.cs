namespace Itdr.Evaluation;

/// <summary>How the page looks: on a screen, light or dark as the reader's system says, and in print.</summary>
internal static class ReportStyle
{
    /// <summary>How many colours runs have before they repeat.</summary>
    public const int Colours = 6;

    public const string Css = """
        <style>
        :root{color-scheme:light dark;--back:#fff;--front:#1c2024;--soft:#5b6470;--line:#d5d9df;--panel:#f5f6f8;--good:#0a7d4f;--bad:#b3261e;
        --run0:#2563a8;--run1:#c2570c;--run2:#14806a;--run3:#8a3fa0;--run4:#8a6d00;--run5:#b0306a}
        @media (prefers-color-scheme:dark){:root{--back:#15181c;--front:#e6e8eb;--soft:#9aa4b1;--line:#343a42;--panel:#1e2329;--good:#45c48f;--bad:#f2817a;
        --run0:#6ea8e8;--run1:#f0975a;--run2:#4cc4aa;--run3:#c58bd9;--run4:#d6b94a;--run5:#ea7fae}}
        *{box-sizing:border-box}
        body{margin:0 auto;max-width:76rem;padding:1.5rem;background:var(--back);color:var(--front);font:15px/1.45 system-ui,"Segoe UI",Roboto,"DejaVu Sans",sans-serif}
        h1{font-size:1.7em;margin:0 0 .3em}h2{font-size:1.3em;margin:1.8em 0 .5em;border-bottom:1px solid var(--line);padding-bottom:.2rem}h3{font-size:1.05em;margin:1.1em 0 .4em}
        p{margin:.4rem 0;max-width:60rem}.soft{color:var(--soft)}.wide{overflow-x:auto;margin:.5rem 0}
        nav a{color:var(--run0);margin-right:1rem}
        table{border-collapse:collapse;font-variant-numeric:tabular-nums;font-size:.92em}
        th,td{padding:.25rem .6rem;text-align:right;border-bottom:1px solid var(--line);vertical-align:top}
        th{font-weight:600;background:var(--panel)}th.name,td.name{text-align:left}th.name{white-space:nowrap}tbody th{background:none}
        td small,th small{display:block;color:var(--soft);font-weight:400;font-size:.84em}
        .better{color:var(--good);font-weight:600}.worse{color:var(--bad);font-weight:600}
        .finding{border-left:4px solid var(--bad);padding:.2rem .8rem;background:var(--panel);margin:.3rem 0}.note{border-left:4px solid var(--line);padding:.2rem .8rem;margin:.3rem 0}
        svg{max-width:100%;height:auto;display:block}svg text{fill:var(--front);font:12px system-ui,"DejaVu Sans",sans-serif}svg .soft{fill:var(--soft)}svg .axis{stroke:var(--line)}
        .key{display:inline-block;width:.8rem;height:.8rem;border-radius:2px;vertical-align:-1px;margin:0 .3rem 0 .9rem}
        figure{margin:.6rem 0}figcaption{color:var(--soft);font-size:.9em}.charts{display:flex;flex-wrap:wrap;gap:1rem}
        details{border:1px solid var(--line);border-radius:6px;margin:.5rem 0;padding:.3rem .8rem}summary{cursor:pointer;overflow-wrap:anywhere}
        pre{white-space:pre-wrap;overflow-wrap:anywhere;background:var(--panel);padding:.5rem .7rem;border-radius:4px;font-size:.86em;margin:.2rem 0 .6rem;max-height:24rem;overflow-y:auto}
        dt{font-weight:600;margin-top:.3rem}dd{margin:0}.mono{font-family:ui-monospace,"DejaVu Sans Mono",monospace;font-size:.86em;overflow-wrap:anywhere;text-align:left}
        @media print{:root{color-scheme:light;--back:#fff;--front:#000;--soft:#444;--line:#bbb;--panel:#f2f2f2;--good:#075c3a;--bad:#8f1c16;
        --run0:#2563a8;--run1:#c2570c;--run2:#14806a;--run3:#8a3fa0;--run4:#8a6d00;--run5:#b0306a}
        *{-webkit-print-color-adjust:exact;print-color-adjust:exact}
        body{max-width:none;padding:0;font-size:10.5px}nav{display:none}.wide{overflow:visible}.charts{display:block}table{font-size:9px}th,td{padding:.15rem .35rem}
        tr,figure,svg{break-inside:avoid}h2,h3,summary{break-after:avoid}pre{max-height:none;font-size:8.5px}
        details::details-content{content-visibility:visible;display:block;height:auto}}
        </style>
        """;
}
