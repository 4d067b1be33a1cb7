import type { StatusCategory } from '../../model/status';

/**
 * Headings that sort items by how far they are, as `statusKey` spells them. Fewer words than a status field knows: `Design`
 * or `Testing` names an epic.
 */
export const STATUS_HEADINGS: ReadonlyMap<string, StatusCategory> = new Map(
  Object.entries({
    done: `
      done, completed, complete, shipped, released, finished, delivered, launched, live, closed, achieved, implemented, accomplished,
      accomplishments, what we've accomplished, what we have done, already done
      erledigt, fertig, abgeschlossen, terminé, fini, fait, livré, hecho, completado, terminado, entregado, concluído,
      concluido, feito, entregue, fatto, completato, gedaan, klaar, готово, сделано, завершено, выполнено, 已完成, 完成, 已实现,
      已发布, 完了, 実装済み, 完了済み, 완료, 완료된, 완료된 기능`,
    active: `
      active, in progress, doing, wip, work in progress, started, current, now, underway, under way, ongoing, in development,
      in review, review, in flight, working on, what we are working on, what we're working on, in the works, currently
      in arbeit, in bearbeitung, laufend, en cours, en progreso, en curso, em andamento, em progresso, em preparação, in corso,
      в работе, в процессе, 进行中, 开发中, 正在进行, 進行中, 作業中, 진행 중, 진행중`,
    blocked: 'blocked, on hold, waiting, paused, stalled, blockiert, bloqué, bloqueado, заблокировано, 阻塞, 保留',
    dropped: `
      dropped, cancelled, canceled, rejected, abandoned, not planned, wont do, wont fix, out of scope, declined, non goals,
      non goal, non features, not in scope, not doing, what we are not doing, what we're not doing, what we wont do, anti goals
      verworfen, abgebrochen, annulé, cancelado, descartado, отменено, 已取消, 已放弃, 中止, 취소`,
    planned: `
      planned, planning, next, next up, up next, later, soon, future, someday, backlog, icebox, upcoming, todo, to do, todos, idea,
      ideas, proposed, proposals, considering, under consideration, exploring, open, ready, not started, short term, near term,
      mid term, medium term, long term, longer term, wishlist, wish list, wishes, coming soon, on the horizon, pending, scheduled,
      deferred, postponed, nice to have, nice to haves, stretch, what's next, what is next, whats next, coming next, coming up,
      next steps, tbd, remaining, future enhancements, future work, looking ahead, beyond
      geplant, offen, demnächst, später, zukunft, ideen, planifié, à venir, prochainement, à faire, idées, planeado, planificado,
      pendiente, próximo, próximamente, futuro, por hacer, planejado, planejada, pendente, próximas, próximos, a fazer, futuras,
      pianificato, in arrivo, da fare, gepland, запланировано, планируется, планы, в планах, идеи, 计划, 计划中, 待办, 待开发, 未来,
      未来计划, 规划, 规划中, 想法, 予定, 計画, 今後の予定, アイデア, 計畫中, 예정, 계획, 향후 계획`,
  } satisfies Record<StatusCategory, string>).flatMap(([category, list]) =>
    list.split(/,|\n/).map((word): [string, StatusCategory] => [word.trim(), category as StatusCategory]),
  ),
);

/** Sections of a document that are about the roadmap or around it: what they list is no work. As `statusKey` spells them. */
const ASIDES: ReadonlySet<string> = wordsOf(`
  contents, table of contents, toc, index, navigation, overview, about, about this document, about this roadmap, introduction, intro,
  preface, foreword, summary, executive summary, tldr, tl;dr, background, motivation, context, rationale, reasoning, why, philosophy,
  development philosophy, principles, design principles, guiding principles, stage principles, ordering principle, values,
  vision, our vision, mission, north star, assumptions, constraints, disclaimer, note, notes, caveats, legend, status legend, key,
  status key, symbols, labels, glossary, terminology, definitions, conventions, faq, questions, open questions, references,
  reference, see also, links, useful links, related, related documents, related links, related docs, further reading, resources,
  external links, sources, footnotes, appendix, contributing, contribution, contributions, contribute, contributing guidelines,
  contributors, how to contribute, how to help, get involved, getting involved, help wanted, feedback, support, contact, contacts,
  community, communication, license, licence, credits, acknowledgements, acknowledgments, thanks, authors, maintainers, team, owners,
  changelog, change log, change history, revision history, version history, document history, history, last updated, updates,
  process, release process, release cadence, release policy, versioning, versioning policy, governance, decision log, benefits, expected benefits, success metrics, success criteria,
  success indicators, kpis, metrics, key metrics, exit criteria, exit criterion, acceptance criteria, definition of done, gates, gate,
  risks, known risks, risks and mitigations, risk assessment, dependencies, prerequisites, current state, current status,
  project status, status, where we are, where are we, baseline, trigger conditions, trigger condition, example, examples, blocked by, depends on, unblocks,
  inhalt, inhaltsverzeichnis, mitwirken, mitmachen, sommaire, table des matières, contribuer, índice, contenido, contribuir,
  sumário, critérios de aceite, motivação, содержание, оглавление, 目录, 目次, 贡献, 参与贡献, 图例, 说明, 참고, 목차, 기여`);

/** Headings that only hold together what stands under them; beside other headings `Features` may be an epic all the same. */
const GROUPS: ReadonlySet<string> = wordsOf(`
  roadmap, the roadmap, our roadmap, current roadmap, product roadmap, project roadmap, development roadmap, items, roadmap items,
  work items, features, key features, core features, main features, feature status, milestones, releases, versions, phases, epics,
  stories, tasks, key tasks, deliverables, key deliverables, initiatives, themes, priorities, major priorities, top priorities,
  workstreams, work streams, plan, the plan, scope, in scope, goals, objectives, key objectives, what, steps, action items,
  checklist, requirements, timeline, schedule, direction, focus, focus areas, areas, all, details, phase detail, phase details,
  tareas, entregables, tarefas, entregáveis, escopo, escopo sugerido, aufgaben, tâches, задачи, 功能, 新增功能, 任务, 里程碑,
  路线图, 目标, 機能, タスク, 기능, 작업`);

/** @param key a heading's words as `statusKey` spells them */
export function isAside(key: string): boolean {
  return ASIDES.has(key) || ASIDE_STARTS.test(key);
}

const ASIDE_STARTS =
  /^(?:how (?:to|we|this|milestones|items|you)\b|why\b|what is\b|what this (?:document|page|roadmap) is|contributing to|getting involved|get involved|want to (?:help|contribute)|about the\b|about this\b|last updated|where the project|the bar\b)/;

/** @param key a heading's words as `statusKey` spells them */
export function isGroup(key: string): boolean {
  return GROUPS.has(key);
}

function wordsOf(list: string): ReadonlySet<string> {
  return new Set(list.split(/,|\n/).map((word) => word.trim()));
}
